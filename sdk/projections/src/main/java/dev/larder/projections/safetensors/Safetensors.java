package dev.larder.projections.safetensors;

import dev.larder.projections.safetensors.Header.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content of a file in the safetensors format (github.com/huggingface/safetensors): the length
 * of a header, the header in JSON, and then nothing but numbers.
 *
 * @param metadata whatever the writer wants to say
 * @param tensors by name
 */
public record Safetensors(Map<String, String> metadata, SortedMap<String, Tensor> tensors) {

  /** Files of projections have some hundred bytes; the reference implementation stops at 100 MB. */
  private static final int MAX_HEADER = 1 << 20;

  private static final int LENGTH_BYTES = 8;

  public Safetensors {
    metadata = Map.copyOf(metadata);
    tensors = new TreeMap<>(tensors);
  }

  /** Reads bytes; an {@link IllegalArgumentException} says what is against the format. */
  static Safetensors parse(ByteBuffer bytes) throws IOException {
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.remaining() < LENGTH_BYTES) {
      throw new IllegalArgumentException("it is too short to say how long its header is");
    }
    long length = bytes.getLong();
    if (length < 0 || length > Math.min(MAX_HEADER, bytes.remaining())) {
      throw new IllegalArgumentException(
          "its header would be %s bytes long".formatted(Long.toUnsignedString(length)));
    }
    byte[] json = new byte[(int) length];
    bytes.get(json);
    Header header = Header.parse(json);
    header.requireFilling(bytes.remaining());
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    header.places().forEach((name, place) -> tensors.put(name, tensor(place, bytes)));
    return new Safetensors(header.metadata(), tensors);
  }

  private static Tensor tensor(Place place, ByteBuffer bytes) {
    int size = (int) (place.end() - place.begin());
    ByteBuffer data = bytes.slice(bytes.position() + (int) place.begin(), size);
    return new Tensor(place.type(), place.shape(), data);
  }

  /** The bytes of the file; the widest types stand first, so that all are aligned. */
  byte[] bytes() throws IOException {
    SortedMap<String, Place> places = new TreeMap<>();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    List<Map.Entry<String, Tensor>> order =
        tensors.entrySet().stream()
            .sorted(Comparator.comparing(entry -> -entry.getValue().type().bytes()))
            .toList();
    for (Map.Entry<String, Tensor> entry : order) {
      Tensor tensor = entry.getValue();
      int begin = data.size();
      byte[] numbers = new byte[tensor.data().remaining()];
      tensor.data().get(numbers);
      data.write(numbers);
      places.put(entry.getKey(), new Place(tensor.type(), tensor.shape(), begin, data.size()));
    }
    byte[] header = new Header(metadata, places).bytes();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(
        ByteBuffer.allocate(LENGTH_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .array());
    file.write(header);
    data.writeTo(file);
    return file.toByteArray();
  }
}
