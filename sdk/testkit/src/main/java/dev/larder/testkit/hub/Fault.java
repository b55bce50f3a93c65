package dev.larder.testkit.hub;

/** Something that goes wrong with one answer. */
public sealed interface Fault {

  /** Where it happens. */
  Hop hop();

  /** Whether it can happen to this answer. */
  boolean suits(Reply reply, Exchange exchange);

  /** The answer that is given instead. */
  Reply spoil(Reply reply, Exchange exchange);

  /** The connection is closed after so many bytes of the body. */
  record Truncated(long afterBytes) implements Fault {

    @Override
    public Hop hop() {
      return Hop.CONTENT;
    }

    @Override
    public boolean suits(Reply reply, Exchange exchange) {
      return reply.flow().isWhole() && afterBytes < reply.part().length();
    }

    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return reply.with(reply.flow().closingAfter(afterBytes));
    }
  }
}
