package dev.larder.testkit.gguf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A GGUF file.
 *
 * @param metadata facts by key; written in the keys' order
 * @param tensors written in their order
 */
public record GgufFile(SortedMap<String, GgufValue> metadata, List<GgufTensor> tensors) {

  /** What {@code general.alignment} is where a file does not say. */
  private static final int ALIGNMENT = 32;

  private static final int VERSION = 3;

  public GgufFile {
    metadata = new TreeMap<>(metadata);
    tensors = List.copyOf(tensors);
  }

  public void writeTo(OutputStream out) throws IOException {
    GgufHeader header = new GgufHeader();
    header.bytes(new byte[] {'G', 'G', 'U', 'F'});
    header.integer(VERSION);
    header.count(tensors.size());
    header.count(metadata.size());
    for (Map.Entry<String, GgufValue> entry : metadata.entrySet()) {
      header.text(entry.getKey());
      header.value(entry.getValue());
    }
    long offset = 0;
    for (GgufTensor tensor : tensors) {
      header.tensor(tensor, offset);
      offset += tensor.data().length + padding(tensor.data().length);
    }
    write(out, header.toByteArray());
    for (GgufTensor tensor : tensors) {
      write(out, tensor.data());
    }
  }

  private static void write(OutputStream out, byte[] section) throws IOException {
    out.write(section);
    out.write(new byte[padding(section.length)]);
  }

  private static int padding(int length) {
    return Math.floorMod(-length, ALIGNMENT);
  }
}
