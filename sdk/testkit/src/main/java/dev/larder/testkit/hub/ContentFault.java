package dev.larder.testkit.hub;

import java.time.Duration;

/** The bytes of a file arrive late, wrong, in part, or not at all. */
public sealed interface ContentFault extends Fault {

  /** What is gzipped at most: real servers do it with small text alone. */
  long LONGEST_GZIPPED = 1 << 20;

  @Override
  default Hop hop() {
    return Hop.CONTENT;
  }

  @Override
  default boolean suits(Reply reply, Exchange exchange) {
    return reply.hasContent() && !exchange.isHead();
  }

  /** A fault that ends the answer before its time. */
  sealed interface Ending extends ContentFault {

    /** How much of the body is sent before. */
    long afterBytes();

    @Override
    default boolean suits(Reply reply, Exchange exchange) {
      return ContentFault.super.suits(reply, exchange)
          && reply.flow().isWhole()
          && afterBytes() < reply.part().length();
    }
  }

  /**
   * The connection is closed after so many bytes, and from then on the CDN answers the address with
   * 403; the hub gives out a fresh one to whoever asks again. Happens on the CDN alone.
   */
  record UrlExpiresAfterBytes(long afterBytes) implements Ending {
    @Override
    public boolean suits(Reply reply, Exchange exchange) {
      return Ending.super.suits(reply, exchange) && exchange.isSigned();
    }

    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      exchange.expireUrl(Duration.ZERO);
      return reply.with(reply.flow().closingAfter(afterBytes));
    }
  }

  /**
   * The address that is used is good for so long from now on; for no time at all, and even this
   * request is answered with 403. What is being sent is sent to its end. Happens on the CDN alone.
   */
  record UrlExpiresAfterTime(Duration time) implements ContentFault {
    @Override
    public boolean suits(Reply reply, Exchange exchange) {
      return ContentFault.super.suits(reply, exchange) && exchange.isSigned();
    }

    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      exchange.expireUrl(time);
      return time.isZero() ? CdnSide.accessDenied() : reply;
    }
  }

  /** The connection is closed after so many bytes. */
  record Truncated(long afterBytes) implements Ending {
    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return reply.with(reply.flow().closingAfter(afterBytes));
    }
  }

  /** Nothing more comes after so many bytes, and the connection stays open. */
  record Stalled(long afterBytes) implements Ending {
    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return reply.with(reply.flow().stallingAfter(afterBytes));
    }
  }

  /** No more than so many bytes a second come over this connection. */
  record Slow(long bytesPerSecond) implements ContentFault {
    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return reply.with(reply.flow().slowedTo(bytesPerSecond));
    }
  }

  /** So many bytes come after the last one, and {@code Content-Length} counts them. */
  record Overlong(long surplus) implements ContentFault {
    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return reply.with(reply.part().withSurplus(surplus));
    }
  }

  /** One byte in the middle is wrong, and nothing else. */
  record WrongBytes() implements ContentFault {
    @Override
    public boolean suits(Reply reply, Exchange exchange) {
      return ContentFault.super.suits(reply, exchange) && reply.part().count() > 0;
    }

    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return reply.with(reply.part().withWrongByte());
    }
  }

  /** A small whole file comes gzipped and without a length, whatever encoding was asked for. */
  record Gzipped() implements ContentFault {
    @Override
    public boolean suits(Reply reply, Exchange exchange) {
      return reply.status() == 200
          && ContentFault.super.suits(reply, exchange)
          && reply.header("Content-Encoding") == null
          && reply.part().length() <= LONGEST_GZIPPED;
    }

    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return Gzip.of(reply);
    }
  }
}
