package dev.larder.testkit.gguf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class GgufFileTest {

  @Test
  void theFileBeginsWithItsCountsAndMetadataAndEndsWithAlignedNumbers() throws IOException {
    GgufTensor first = tensor("a", 1f);
    GgufTensor second = tensor("b", 2f, 3f);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, GgufValue> metadata = Map.of("key", new GgufValue.Text("value"));
    new GgufFile(new TreeMap<>(metadata), List.of(first, second)).writeTo(out);

    ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(text(bytes, 4)).isEqualTo("GGUF");
    assertThat(bytes.getInt()).as("version").isEqualTo(3);
    assertThat(bytes.getLong()).as("tensors").isEqualTo(2);
    assertThat(bytes.getLong()).as("facts").isEqualTo(1);
    assertThat(text(bytes)).isEqualTo("key");
    assertThat(bytes.getInt()).as("text").isEqualTo(8);
    assertThat(text(bytes)).isEqualTo("value");
    assertThat(tensorOffset(bytes, "a", 1)).isZero();
    assertThat(tensorOffset(bytes, "b", 2)).isEqualTo(32);
    int start = (bytes.position() + 31) / 32 * 32;
    assertThat(bytes.getFloat(start)).isEqualTo(1);
    assertThat(bytes.getFloat(start + 32)).isEqualTo(2);
    assertThat(bytes.getFloat(start + 36)).isEqualTo(3);
    assertThat(bytes.capacity()).isEqualTo(start + 64);
  }

  private static GgufTensor tensor(String name, float... values) {
    return GgufTensor.of(name, GgufType.F32, List.of(values.length), values);
  }

  private static long tensorOffset(ByteBuffer bytes, String name, long length) {
    assertThat(text(bytes)).isEqualTo(name);
    assertThat(bytes.getInt()).as("dimensions").isEqualTo(1);
    assertThat(bytes.getLong()).as("length").isEqualTo(length);
    assertThat(bytes.getInt()).as("type").isZero();
    return bytes.getLong();
  }

  private static String text(ByteBuffer bytes) {
    return text(bytes, (int) bytes.getLong());
  }

  private static String text(ByteBuffer bytes, int length) {
    byte[] text = new byte[length];
    bytes.get(text);
    return new String(text, UTF_8);
  }
}
