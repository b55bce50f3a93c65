package dev.larder.core.gguf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Writes GGUF files, sound ones and others: what is added is written as it is. */
public final class SampleGguf {

  private static final int ALIGNMENT = 32;

  private int version = 3;
  private int entries;
  private int tensors;
  private long moreEntries;
  private long moreTensors;
  private int data;
  private final ByteArrayOutputStream metadata = new ByteArrayOutputStream();
  private final ByteArrayOutputStream table = new ByteArrayOutputStream();

  /** A file without anything. */
  public static SampleGguf empty() {
    return new SampleGguf();
  }

  /** An encoder's header, with weights of 1120 bytes. */
  public static SampleGguf encoder() {
    return empty()
        .number("bert.embedding_length", 384)
        .number("bert.context_length", 512)
        .number("bert.pooling_type", 1)
        .text("general.architecture", "bert")
        .text("general.license", "apache-2.0")
        .text("tokenizer.ggml.model", "bert")
        .texts("tokenizer.ggml.tokens", List.of("[PAD]", "[CLS]", "\u2581a"))
        .array("tokenizer.ggml.token_type", ValueTypes.INT32, 3, new byte[12])
        .tensor("token_embd.weight", 8, 0, 32, 32)
        .tensor("token_embd_norm.weight", 0, 1088, 8)
        .data(1120);
  }

  /** A chat model's header, in the format's version 2, without weights. */
  public static SampleGguf chat() {
    return empty()
        .version(2)
        .text("general.architecture", "llama")
        .longNumber("llama.embedding_length", 64)
        .longNumber("llama.context_length", 2048)
        .value("llama.rope.freq_base", ValueTypes.FLOAT32, new byte[4])
        .value("tokenizer.ggml.add_bos_token", ValueTypes.BOOL, new byte[] {1})
        .text("tokenizer.ggml.model", "gpt2")
        .text("tokenizer.chat_template", "{% for message in messages %}\n{% endfor %}");
  }

  public SampleGguf version(int number) {
    version = number;
    return this;
  }

  public SampleGguf text(String key, String value) {
    return value(key, ValueTypes.STRING, text(value));
  }

  public SampleGguf number(String key, int value) {
    return value(key, ValueTypes.UINT32, integer(value));
  }

  public SampleGguf longNumber(String key, long value) {
    return value(key, ValueTypes.UINT64, count(value));
  }

  public SampleGguf texts(String key, List<String> values) {
    ByteArrayOutputStream elements = new ByteArrayOutputStream();
    values.forEach(value -> elements.writeBytes(text(value)));
    return array(key, ValueTypes.STRING, values.size(), elements.toByteArray());
  }

  /** An array that claims a number of elements. */
  public SampleGguf array(String key, int type, long length, byte[] elements) {
    ByteArrayOutputStream array = new ByteArrayOutputStream();
    array.writeBytes(integer(type));
    array.writeBytes(count(length));
    array.writeBytes(elements);
    return value(key, ValueTypes.ARRAY, array.toByteArray());
  }

  public SampleGguf value(String key, int type, byte[] value) {
    return entry(text(key), type, value);
  }

  /** An entry of which the key is written with a length of its own. */
  public SampleGguf entry(byte[] key, int type, byte[] value) {
    metadata.writeBytes(key);
    metadata.writeBytes(integer(type));
    metadata.writeBytes(value);
    entries++;
    return this;
  }

  /** A tensor; its sizes are written in their order. */
  public SampleGguf tensor(String name, int type, long offset, long... sizes) {
    table.writeBytes(text(name));
    table.writeBytes(integer(sizes.length));
    for (long size : sizes) {
      table.writeBytes(count(size));
    }
    table.writeBytes(integer(type));
    table.writeBytes(count(offset));
    tensors++;
    return this;
  }

  /** Claims more entries than there are. */
  public SampleGguf moreEntries(long number) {
    moreEntries = number;
    return this;
  }

  /** Claims more tensors than there are. */
  public SampleGguf moreTensors(long number) {
    moreTensors = number;
    return this;
  }

  /** How many bytes of weights there are. */
  public SampleGguf data(int bytes) {
    data = bytes;
    return this;
  }

  public byte[] bytes() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("GGUF".getBytes(UTF_8));
    file.writeBytes(integer(version));
    file.writeBytes(count(tensors + moreTensors));
    file.writeBytes(count(entries + moreEntries));
    file.writeBytes(metadata.toByteArray());
    file.writeBytes(table.toByteArray());
    if (data > 0) {
      file.writeBytes(new byte[Math.floorMod(-file.size(), ALIGNMENT)]);
      file.writeBytes(new byte[data]);
    }
    return file.toByteArray();
  }

  static byte[] text(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return text(bytes.length, bytes);
  }

  /** A text that claims a length. */
  static byte[] text(long length, byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(count(length));
    out.writeBytes(bytes);
    return out.toByteArray();
  }

  static byte[] integer(int value) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  static byte[] count(long value) {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }
}
