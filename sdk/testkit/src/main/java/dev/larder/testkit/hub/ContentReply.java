package dev.larder.testkit.hub;

import org.jspecify.annotations.Nullable;

/** The answer with bytes of a file, as {@code Range} and {@code If-Range} ask for them. */
final class ContentReply {

  private ContentReply() {}

  static Reply of(Exchange exchange, HubFile file) {
    String etag = exchange.etags().of(file);
    Content content = file.content();
    Reply whole =
        Reply.of(200)
            .with("Accept-Ranges", "bytes")
            .with("ETag", Reply.quoted(etag))
            .with("Content-Type", "application/octet-stream")
            .with(Part.whole(content));
    ByteRange range = ByteRange.parse(exchange.header("Range"), content.length());
    if (range == null || isOfAnother(exchange.header("If-Range"), etag)) {
      return whole;
    }
    return range.isEmpty() ? notSatisfiable(content) : partial(whole, content, range);
  }

  static Reply partial(Reply whole, Content content, ByteRange range) {
    return new Reply(206, whole.headers(), Part.of(content, range), whole.flow())
        .with("Content-Range", range.contentRange(content.length()));
  }

  static Reply notSatisfiable(Content content) {
    return Reply.of(416).with("Content-Range", "bytes */" + content.length());
  }

  private static boolean isOfAnother(@Nullable String ifRange, String etag) {
    return ifRange != null && !ifRange.equals(Reply.quoted(etag));
  }
}
