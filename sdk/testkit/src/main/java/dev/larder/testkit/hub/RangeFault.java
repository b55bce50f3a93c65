package dev.larder.testkit.hub;

/** A request for a range is answered with something else. */
public sealed interface RangeFault extends Fault {

  @Override
  default Hop hop() {
    return Hop.CONTENT;
  }

  @Override
  default boolean suits(Reply reply, Exchange exchange) {
    return reply.status() == 206 && !exchange.isHead();
  }

  /** 206, and not one byte. */
  record EmptyPartial() implements RangeFault {
    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return reply.with(new Part(reply.part().content(), reply.part().from(), 0, 0));
    }
  }

  /** 200, and the whole file. */
  record IgnoredRange() implements RangeFault {
    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return reply.whole();
    }
  }

  /** The range that begins one byte earlier; one later, where it began with the first byte. */
  record WrongContentRange() implements RangeFault {
    @Override
    public boolean suits(Reply reply, Exchange exchange) {
      return RangeFault.super.suits(reply, exchange) && reply.part().count() > 1;
    }

    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      Part part = reply.part();
      long first = part.from() == 0 ? 1 : part.from() - 1;
      ByteRange wrong = new ByteRange(first, part.from() + part.count() - 1);
      return ContentReply.partial(reply, part.content(), wrong);
    }
  }

  /** 416, although there are such bytes. */
  record NotSatisfiable() implements RangeFault {
    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      return ContentReply.notSatisfiable(reply.part().content());
    }
  }

  /** The file has been replaced by another one of the same length: 200, and all of that one. */
  record ReplacedFile() implements RangeFault {
    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      Content content = reply.part().content();
      Content other = Content.seeded(content.length(), content.length());
      return reply
          .whole()
          .with(Part.whole(other))
          .with("ETag", Reply.quoted(Content.of(exchange.url().encodedPath()).sha256()));
    }
  }

  /**
   * The {@code ETag} is another one from this request on, so {@code If-Range} gets the whole file.
   */
  record ChangedEtag() implements RangeFault {
    @Override
    public Reply spoil(Reply reply, Exchange exchange) {
      Reply changed = reply.with("ETag", Reply.quoted(exchange.changeEtag()));
      return exchange.header("If-Range") == null ? changed : changed.whole();
    }
  }
}
