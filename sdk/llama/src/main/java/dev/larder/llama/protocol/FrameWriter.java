package dev.larder.llama.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes messages, each as a frame: its length as four bytes, then its bytes, big-endian. Before
 * the first come {@link #MAGIC} and {@link #VERSION}.
 *
 * <p>Safe for use by many threads at once: a frame is never torn.
 */
public final class FrameWriter {

  /** "LRDW": whatever else a library prints on the same stream is not taken for a frame. */
  static final int MAGIC = 0x4C524457;

  static final int VERSION = 2;

  /** More than the longest text that any model reads, and little enough to be held in memory. */
  static final int MAX_FRAME = 64 << 20;

  private final DataOutputStream out;

  /** Writes the beginning of the stream. */
  public FrameWriter(OutputStream stream) throws IOException {
    out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.flush();
  }

  /**
   * Writes a message, and sees that it leaves.
   *
   * @throws IllegalArgumentException if it is too long; nothing is written then
   */
  public void write(Message message) throws IOException {
    write(frame(message));
  }

  /**
   * A message's bytes, for {@link #write(byte[])}.
   *
   * @throws IllegalArgumentException if it is too long
   */
  public static byte[] frame(Message message) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(256);
    DataOutputStream data = new DataOutputStream(body);
    data.writeByte(message.kind());
    data.writeLong(message.call());
    message.writeTo(data);
    if (body.size() > MAX_FRAME) {
      throw new IllegalArgumentException(
          "A text of %d MiB is too long: %d MiB is the most that is handed to a model"
              .formatted(body.size() >> 20, MAX_FRAME >> 20));
    }
    return body.toByteArray();
  }

  /** Writes a message's bytes, and sees that they leave. */
  public void write(byte[] frame) throws IOException {
    synchronized (out) {
      out.writeInt(frame.length);
      out.write(frame);
      out.flush();
    }
  }

  static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static void texts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      text(out, text);
    }
  }
}
