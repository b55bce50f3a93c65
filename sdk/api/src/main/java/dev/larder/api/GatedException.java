package dev.larder.api;

/** A repository that wants its terms accepted first. */
public final class GatedException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * For somebody who has not said who he is.
   *
   * @param repository the repository on the hub
   * @param page the page on which its terms are accepted
   */
  public GatedException(String repository, String page) {
    this(
        ErrorText.of("Gated", "Repository %s wants its terms accepted.".formatted(repository))
            .fact("Accept them at", page)
            .toFix(
                "then put an access token into the environment as HF_TOKEN, or into the file that"
                    + " HF_TOKEN_PATH names"));
  }

  private GatedException(ErrorText text) {
    super(text, null);
  }

  /**
   * For somebody whose credentials were sent, and do not suffice.
   *
   * @param repository the repository on the hub
   * @param page the page on which its terms are accepted
   */
  public static GatedException withoutAccess(String repository, String page) {
    return new GatedException(
        ErrorText.of(
                "Gated",
                "Repository %s wants its terms accepted, and the credentials that were sent have no"
                        .formatted(repository)
                    + " access to it.")
            .fact("Accept them at", page)
            .toFix(
                "accept them with the account that the access token belongs to, and wait where its"
                    + " publisher approves by hand; a fine-grained token also has to be allowed to"
                    + " read gated repositories"));
  }
}
