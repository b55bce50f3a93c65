package dev.larder.hub;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The last answer of a chain of redirects.
 *
 * @param response the answer itself
 * @param linked what the answers on the way said of the file, the first one first
 * @param foreign whether it comes from another origin than was asked at first
 */
record Answer(Response response, LinkedFile linked, boolean foreign) implements AutoCloseable {

  private static final Pattern STRONG_ETAG = Pattern.compile("\"[!#-~]{1,500}\"");

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

  /** The ETag, if it is one by which a range can be asked for. */
  @Nullable String strongEtag() {
    String etag = header("ETag");
    return etag != null && STRONG_ETAG.matcher(etag).matches() ? etag : null;
  }

  /** The length of the body as it is sent, in bytes; -1 where it is not known. */
  long length() {
    return response.body().contentLength();
  }

  /** Whether the body is sent in another form than the file has. */
  boolean isEncoded() {
    String encoding = header("Content-Encoding");
    return encoding != null && !encoding.isBlank() && !encoding.equalsIgnoreCase("identity");
  }

  /** The file's bytes. Some servers compress although they are asked not to. */
  InputStream body() throws IOException {
    InputStream bytes = response.body().byteStream();
    if (!isEncoded()) {
      return bytes;
    }
    if (!"gzip".equalsIgnoreCase(header("Content-Encoding"))) {
      throw new FinalFault("the server sends an encoding that was not asked for");
    }
    return new GZIPInputStream(bytes);
  }

  @Override
  public void close() {
    response.close();
  }
}
