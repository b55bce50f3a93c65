package dev.larder.testkit.hub;

/** The server does not answer what was asked; may happen at any hop. */
public sealed interface ServerFault extends Fault {

  @Override
  default boolean suits(Reply reply, Exchange exchange) {
    return reply.isGood();
  }

  /** The server fails. */
  record ServerError(Hop hop, int status) implements ServerFault {
    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return Reply.of(status).text("text/plain", "The stand-in hub was told to fail.");
    }
  }

  /** 429, with so many requests left until the count starts again in so many seconds. */
  record RateLimited(Hop hop, int remaining, int resetSeconds) implements ServerFault {
    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return Reply.of(429)
          .with("RateLimit", "\"%s\";r=%d;t=%d".formatted(hop.bucket(), remaining, resetSeconds))
          .with("RateLimit-Policy", HubSide.policy(hop))
          .text("text/plain", "Too many requests");
    }
  }

  /** 429, with the seconds to wait, and without a count. */
  record RetryAfter(Hop hop, int seconds) implements ServerFault {
    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return Reply.of(429).with("Retry-After", seconds).text("text/plain", "Too many requests");
    }
  }

  /**
   * A captive portal answers in the server's place, with a page that is all right by its status.
   */
  record WebPage(Hop hop) implements ServerFault {
    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return Portal.page();
    }
  }

  /** A captive portal redirects to its page, which is on another origin. */
  record PortalRedirect(Hop hop) implements ServerFault {
    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return Reply.redirect(302, Portal.address(exchange.url()));
    }
  }

  /** The request is taken, and never answered. */
  record Silent(Hop hop) implements ServerFault {
    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return Reply.SILENCE;
    }
  }
}
