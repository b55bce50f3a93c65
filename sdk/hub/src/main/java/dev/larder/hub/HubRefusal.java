package dev.larder.hub;

import dev.larder.api.GatedException;

/**
 * What the hub means by a refusal. The header {@code X-Error-Code} decides, before the status.
 *
 * @param place what was asked for
 * @param answer the refusal
 */
record HubRefusal(HubPlace place, Answer answer) {

  private static final int LONGEST_MESSAGE = 200;

  private static final String GONE = "name another source of the model, or another model";

  /**
   * What is wrong, and what to do about it.
   *
   * @throws GatedException if terms have to be accepted
   */
  FinalFault fault() {
    String code = answer.header("X-Error-Code");
    return switch (code == null ? "" : code) {
      case "GatedRepo" -> throw gated();
      case "EntryNotFound" -> missingFile(place, "such file", place.revision());
      case "RevisionNotFound" -> missingRevision();
      case "RepoNotFound" -> hiddenRepository();
      default -> withoutCode();
    };
  }

  private GatedException gated() {
    String page = page();
    return credentialsWereSent()
        ? GatedException.withoutAccess(place.repository(), page)
        : new GatedException(place.repository(), page);
  }

  /**
   * A file that a repository does not have at a revision.
   *
   * @param file the file, in the words of a sentence
   */
  static FinalFault missingFile(HubPlace place, String file, String revision) {
    return new FinalFault(
        "repository %s has no %s at revision %s".formatted(place.repository(), file, revision),
        "compare the path with the files at %s/tree/%s; capitals count"
            .formatted(place.endpoint().page(place.repository()), revision));
  }

  private FinalFault missingRevision() {
    return new FinalFault(
        "repository %s has no revision %s".formatted(place.repository(), place.revision()),
        "name one of the commits at %s/commits/main".formatted(page()));
  }

  private FinalFault hiddenRepository() {
    return new FinalFault(
        "there is no repository %s, or %s may not see it".formatted(place.repository(), whose()),
        "check the name; if the repository is private, use %s of an account that may read it"
            .formatted(isToken() ? "an access token" : "user and password"));
  }

  private FinalFault withoutCode() {
    if (answer.status() == 401 && !answer.foreign()) {
      return credentialsWereSent() ? badCredentials() : anonymous();
    }
    String message = answer.header("X-Error-Message");
    String problem =
        Refusal.text(answer) + (message == null ? "" : ", \"" + printable(message) + "\"");
    return switch (answer.status()) {
      case 401, 403 ->
          new FinalFault(
              problem, "open %s in a browser, and see who may have the files".formatted(page()));
      case 410 -> new FinalFault(problem + ", it is gone for good", GONE);
      case 404 ->
          new FinalFault(
              problem,
              "check that there is a hub at %s, and that it has the repository"
                  .formatted(place.endpoint().base()));
      default -> new FinalFault(problem);
    };
  }

  /** The hub tells strangers nothing more. */
  private FinalFault anonymous() {
    return new FinalFault(
        "repository %s does not exist, or is private and needs an access token"
            .formatted(place.repository()),
        "check the name; for a private repository put an access token into the environment as"
            + " HF_TOKEN, or, in a build, into settings.xml as the hub's server");
  }

  private FinalFault badCredentials() {
    return new FinalFault(
        "the credentials are not accepted, or there is no repository " + place.repository(),
        isToken()
            ? "make a new access token on the hub, and put it where the old one is: HF_TOKEN, the"
                + " file that HF_TOKEN_PATH names, or settings.xml"
            : "check user and password of the hub's server in settings.xml");
  }

  private boolean credentialsWereSent() {
    return answer.address().credentials() != null;
  }

  private boolean isToken() {
    return !(place.credentials() instanceof UserAndPassword);
  }

  private String whose() {
    return isToken() ? "the access token" : "the user";
  }

  private String page() {
    return place.endpoint().page(place.repository()).toString();
  }

  private static String printable(String message) {
    String text = message.replaceAll("[^ -~]", "?");
    return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) : text;
  }
}
