package dev.larder.testkit.hub;

/** How the hub says no. */
enum HubError {
  ENTRY_NOT_FOUND(404, "EntryNotFound", "Entry not found"),
  REVISION_NOT_FOUND(404, "RevisionNotFound", "Invalid rev id"),
  REPOSITORY_NOT_FOUND(404, "RepoNotFound", "Repository not found"),
  /** A repository that is missing or private, for somebody without a token. */
  ANONYMOUS(401, "", "Invalid username or password."),
  BAD_TOKEN(401, "", "Invalid credentials in Authorization header"),
  GATED_ANONYMOUS(401, "GatedRepo", "Access to this model is restricted. You must log in."),
  GATED_NOT_APPROVED(403, "GatedRepo", "Access to this model is restricted."),
  DISABLED(403, "", "Access to this resource is disabled."),
  NO_SUCH_PAGE(404, "", "Sorry, we can't find the page you are looking for."),
  READ_ONLY(405, "", "Only GET and HEAD are answered here.");

  private final int status;
  private final String code;
  private final String message;

  HubError(int status, String code, String message) {
    this.status = status;
    this.code = code;
    this.message = message;
  }

  Reply reply() {
    Reply reply =
        Reply.of(status)
            .with("X-Error-Message", message)
            .text("application/json; charset=utf-8", "{\"error\":\"" + message + "\"}");
    return code.isEmpty() ? reply : reply.with("X-Error-Code", code);
  }
}
