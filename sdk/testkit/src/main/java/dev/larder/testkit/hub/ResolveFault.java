package dev.larder.testkit.hub;

/** The hub says something else of a file, or nothing, before its bytes are asked for. */
public sealed interface ResolveFault extends Fault {

  @Override
  default Hop hop() {
    return Hop.RESOLVE;
  }

  /** {@code X-Repo-Commit} is left out. */
  record MissingCommit() implements ResolveFault {
    @Override
    public boolean suits(Reply reply, Exchange exchange) {
      return reply.isGood() && reply.header("X-Repo-Commit") != null;
    }

    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return reply.without("X-Repo-Commit");
    }
  }

  /**
   * A 308 comes before the usual answer.
   *
   * @param host the hub's name in its location: {@link StandInHub#HUB_NAME}, or {@link
   *     StandInHub#OTHER_NAME}, which is another origin and must not see a token
   */
  record PermanentRedirect(String host) implements ResolveFault {
    @Override
    public boolean suits(Reply reply, Exchange exchange) {
      return reply.isGood();
    }

    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return Reply.redirect(
          308,
          exchange.url().newBuilder().host(host).setQueryParameter("moved", "").build().toString());
    }
  }

  /** The body of the redirect, and so its {@code Content-Length}, has so many bytes. */
  record MisleadingLength(int bytes) implements ResolveFault {
    @Override
    public boolean suits(Reply reply, Exchange exchange) {
      return reply.header("Location") != null;
    }

    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return reply.with(Part.whole(Content.of("x".repeat(bytes))));
    }
  }

  /** {@code X-Linked-Etag} names another content, as if the file had been replaced. */
  record ChangedDigest() implements ResolveFault {
    @Override
    public boolean suits(Reply reply, Exchange exchange) {
      return reply.isGood() && reply.header("X-Linked-Etag") != null;
    }

    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      String digest = String.valueOf(reply.header("X-Linked-Etag"));
      Content other = Content.of("not " + digest);
      boolean isSha256 = digest.length() > other.gitSha1().length() + 2;
      return reply.with("X-Linked-Etag", Reply.quoted(isSha256 ? other.sha256() : other.gitSha1()));
    }
  }
}
