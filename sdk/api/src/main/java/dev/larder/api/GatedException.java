package dev.larder.api;

/** A repository that wants its terms accepted first. */
public final class GatedException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param repository the repository on the hub
   * @param page the page on which its terms are accepted
   */
  public GatedException(String repository, String page) {
    super(
        ErrorText.of("Gated", "Repository %s wants its terms accepted.".formatted(repository))
            .fact("Accept them at", page)
            .toFix(
                "then put an access token into the environment as HF_TOKEN, or into the file that"
                    + " HF_TOKEN_PATH names"),
        null);
  }
}
