package dev.larder.testkit.hub;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** What servers make of small text unless they are asked not to. */
final class Gzip {

  private Gzip() {}

  /** The same answer, compressed, in chunks, without a length. */
  static Reply of(Reply reply) {
    Part part = reply.part();
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(part.content().bytes(part.from(), (int) part.count()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reply
        .with("Content-Encoding", "gzip")
        .with("Transfer-Encoding", "chunked")
        .with("ETag", "W/" + reply.header("ETag"))
        .without("Accept-Ranges")
        .with(Part.whole(Content.of(compressed.toByteArray())));
  }
}
