package dev.larder.hub;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import okio.GzipSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * The last answer of a chain of redirects.
 *
 * @param call what it answers
 * @param response the answer itself
 * @param address where it comes from, at the end of the redirects
 * @param linked what the answers on the way said of the file, the first one first
 * @param foreign whether it comes from another origin than was asked at first
 * @param pace how slowly its body may come
 */
record Answer(
    Call call, Response response, Address address, LinkedFile linked, boolean foreign, Pace pace)
    implements AutoCloseable {

  private static final Pattern STRONG_ETAG = Pattern.compile("\"[!#-~]{1,500}\"");

  private static final Pattern WEB_PAGE =
      Pattern.compile("(?i)(text/html|application/xhtml\\+xml)(?=;|\\s|$)");

  int status() {
    return response.code();
  }

  /** Whether it is the file, a part of it, or says that there is no such part. */
  boolean isOfTheFile() {
    return status() == 200 || status() == 206 || status() == 416;
  }

  @Nullable String header(String name) {
    return response.header(name);
  }

  /**
   * @param wanted what it should be instead
   * @throws PassingFault if it is a page for people, which whoever stands in the way has put there
   */
  void requireNoWebPage(String wanted) throws PassingFault {
    String type = Objects.requireNonNullElse(header("Content-Type"), "").strip();
    Matcher page = WEB_PAGE.matcher(type);
    if (status() == 200 && page.lookingAt()) {
      throw new PassingFault(
          "the server answers with a web page (%s), not %s; a captive portal or a proxy may be in the way"
              .formatted(page.group().toLowerCase(Locale.ROOT), wanted),
          null,
          Portal.REMEDY);
    }
  }

  /** The ETag, if it is one by which a range can be asked for. */
  @Nullable String strongEtag() {
    String etag = header("ETag");
    return etag != null && STRONG_ETAG.matcher(etag).matches() ? etag : null;
  }

  /** The length of the body as it is sent, in bytes; -1 where it is not known. */
  long length() {
    return response.body().contentLength();
  }

  /** Whether the server says that it sends parts of this file, or sends one. */
  boolean sendsRanges() {
    return !isEncoded() && (status() == 206 || "bytes".equalsIgnoreCase(header("Accept-Ranges")));
  }

  /** Whether the body is sent in another form than the file has. */
  boolean isEncoded() {
    String encoding = header("Content-Encoding");
    return encoding != null && !encoding.isBlank() && !encoding.equalsIgnoreCase("identity");
  }

  /** The file's bytes; called once. Some servers compress although they are asked not to. */
  BufferedSource body() throws IOException {
    BufferedSource body = response.body().source();
    // The socket's own limit on silence stays. OkHttp's costs a lock and a wake-up at each read.
    body.timeout().clearTimeout();
    Source bytes = new PacedSource(body, new CallWait(call), pace);
    if (!isEncoded()) {
      return Okio.buffer(bytes);
    }
    if (!"gzip".equalsIgnoreCase(header("Content-Encoding"))) {
      throw new FinalFault("the server sends an encoding that was not asked for");
    }
    return Okio.buffer(new GzipSource(bytes));
  }

  /** Closes it in the midst of its body, of which OkHttp would otherwise read on for a while. */
  void abandon() {
    call.cancel();
    close();
  }

  @Override
  public void close() {
    response.close();
  }
}
