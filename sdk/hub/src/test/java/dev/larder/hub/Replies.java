package dev.larder.hub;

import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.FetchRequest;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/** One file, and what servers say when they are asked for it. */
final class Replies {

  static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  static final String CONTENT = "All that is gold does not glitter.";

  private Replies() {}

  static ModelFile file() {
    return new ModelFile(
        FileRole.MODEL,
        "onnx/model.onnx",
        MemorySink.sha256(CONTENT),
        null,
        (long) CONTENT.length());
  }

  /** The file as the hub keeps small ones: of known git digest, and nothing else known. */
  static ModelFile gitFile() {
    return new ModelFile(
        FileRole.TOKENIZER, "config.json", null, MemorySink.gitSha1(CONTENT), null);
  }

  /** The file of which nothing is known. */
  static ModelFile unknownFile() {
    return new ModelFile(FileRole.TOKENIZER, "config.json", null, null, null);
  }

  static FetchRequest request(MemorySink sink) {
    return request(COMMIT, file(), sink);
  }

  static FetchRequest request(@Nullable String revision, ModelFile file, MemorySink sink) {
    return new FetchRequest("minilm", Source.parse("hf:owner/minilm"), revision, file, sink);
  }

  /** The hub's answer for a large file. */
  static MockResponse.Builder redirectTo(MockWebServer cdn) {
    return new MockResponse.Builder()
        .code(302)
        .addHeader("Location", cdn.url("/blob?Expires=1&Signature=abc~def"))
        .addHeader("X-Repo-Commit", COMMIT)
        .addHeader("X-Linked-Size", CONTENT.length())
        .addHeader("X-Linked-Etag", '"' + MemorySink.sha256(CONTENT) + '"')
        .body("Found. Redirecting to somewhere else");
  }

  /** The hub's answer for a small file. */
  static MockResponse.Builder redirectToCache(String location) {
    return new MockResponse.Builder()
        .code(307)
        .addHeader("Location", location)
        .addHeader("X-Repo-Commit", COMMIT)
        .addHeader("X-Linked-Etag", '"' + MemorySink.gitSha1(CONTENT) + '"')
        .body("Temporary Redirect");
  }

  static MockResponse.Builder whole() {
    return whole(CONTENT);
  }

  static MockResponse.Builder whole(String content) {
    return new MockResponse.Builder()
        .addHeader("Accept-Ranges", "bytes")
        .addHeader("ETag", "\"xet\"")
        .body(content);
  }

  /** What comes after so many bytes. */
  static MockResponse.Builder restAfter(int bytes) {
    return new MockResponse.Builder()
        .code(206)
        .addHeader("ETag", "\"xet\"")
        .addHeader(
            "Content-Range",
            "bytes %d-%d/%d".formatted(bytes, CONTENT.length() - 1, CONTENT.length()))
        .body(CONTENT.substring(bytes));
  }

  /** The same answer, ended after so many bytes of its body. */
  static MockResponse.Builder cut(MockResponse.Builder answer, int from, int to) {
    String length = answer.getHeaders().get("Content-Length");
    return answer
        .body(CONTENT.substring(from, to))
        .setHeader("Content-Length", String.valueOf(length))
        .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE);
  }

  static MockResponse.Builder error(int status, String code) {
    return new MockResponse.Builder().code(status).addHeader("X-Error-Code", code);
  }
}
