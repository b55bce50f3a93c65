package dev.larder.llama.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link FrameWriter} wrote. For one thread. */
public final class FrameReader {

  private final DataInputStream in;
  private boolean begun;

  public FrameReader(InputStream stream) {
    in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
  }

  /**
   * The next request, or null at the end of the stream.
   *
   * @throws IOException if there is anything else on the stream
   */
  public @Nullable Request request() throws IOException {
    Body body = next();
    return body == null ? null : body.all(Request.read(body));
  }

  /**
   * The next answer, or null at the end of the stream.
   *
   * @throws IOException if there is anything else on the stream
   */
  public @Nullable Answer answer() throws IOException {
    Body body = next();
    return body == null ? null : body.all(Answer.read(body));
  }

  private @Nullable Body next() throws IOException {
    try {
      if (!begun) {
        begin();
      }
      int length = in.readInt();
      if (length < 0 || length > FrameWriter.MAX_FRAME) {
        throw new IOException("a frame cannot have %d bytes".formatted(length));
      }
      byte[] bytes = in.readNBytes(length);
      return bytes.length < length ? null : new Body(ByteBuffer.wrap(bytes));
    } catch (EOFException e) {
      return null;
    }
  }

  private void begin() throws IOException {
    if (in.readInt() != FrameWriter.MAGIC) {
      throw new IOException("the stream does not begin as agreed");
    }
    int version = in.readInt();
    if (version != FrameWriter.VERSION) {
      throw new IOException(
          "the other side speaks version %d, this side %d".formatted(version, FrameWriter.VERSION));
    }
    begun = true;
  }

  /** One frame; whoever reads beyond it gets an {@link IOException}. */
  record Body(ByteBuffer bytes) {

    <M> M all(M message) throws IOException {
      if (bytes.hasRemaining()) {
        throw new IOException("a frame has %d bytes too many".formatted(bytes.remaining()));
      }
      return message;
    }

    int octet() throws IOException {
      return require(Byte.BYTES).get();
    }

    int integer() throws IOException {
      return require(Integer.BYTES).getInt();
    }

    long number() throws IOException {
      return require(Long.BYTES).getLong();
    }

    float real() throws IOException {
      return require(Float.BYTES).getFloat();
    }

    String text() throws IOException {
      byte[] text = new byte[length(Byte.BYTES)];
      bytes.get(text);
      return new String(text, UTF_8);
    }

    List<String> texts() throws IOException {
      // A text takes four bytes at least.
      int count = length(Integer.BYTES);
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        texts.add(text());
      }
      return texts;
    }

    float[] reals() throws IOException {
      float[] values = new float[length(Float.BYTES)];
      bytes.asFloatBuffer().get(values);
      bytes.position(bytes.position() + values.length * Float.BYTES);
      return values;
    }

    <E extends Enum<E>> E constant(Class<E> type) throws IOException {
      String name = text();
      try {
        return Enum.valueOf(type, name);
      } catch (IllegalArgumentException e) {
        throw new IOException("%s has no such constant".formatted(type.getSimpleName()), e);
      }
    }

    /** How many elements follow, of which there cannot be more than there are bytes. */
    private int length(int size) throws IOException {
      int length = integer();
      if (length < 0 || (long) length * size > bytes.remaining()) {
        throw new IOException("%d elements do not fit their frame".formatted(length));
      }
      return length;
    }

    private ByteBuffer require(int size) throws IOException {
      if (bytes.remaining() < size) {
        throw new IOException("a frame is too short");
      }
      return bytes;
    }
  }
}
