package dev.larder.projections.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.util.passthrough.PassthroughNDManager;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written, read by the Deep Java Library, which has an implementation of its own. */
class OtherReaderTest {

  @TempDir private Path folder;

  @Test
  void anotherImplementationReadsEveryNumber() throws IOException {
    float[][] weights = {{0.5f, -1.25f}, {3, 1e-20f}, {-0f, 7}};
    float[] bias = {4, -5, 6};
    Path file = folder.resolve("a.safetensors");
    new SafetensorsFile(file, "")
        .write(
            new Safetensors(
                Map.of("note", "ü"),
                new TreeMap<>(
                    Map.of("w1.weight", Tensor.matrix(weights), "w1.bias", Tensor.vector(bias)))));

    NDList read = NDList.decode(PassthroughNDManager.INSTANCE, Files.readAllBytes(file));

    assertThat(read).extracting(NDArray::getName).containsExactly("w1.bias", "w1.weight");
    assertThat(read.get(0).getShape().getShape()).containsExactly(3);
    assertThat(numbers(read.get(0))).containsExactly(bias);
    assertThat(read.get(1).getShape().getShape()).containsExactly(3, 2);
    assertThat(numbers(read.get(1))).containsExactly(0.5f, -1.25f, 3, 1e-20f, -0f, 7);
  }

  private static float[] numbers(NDArray array) {
    FloatBuffer buffer = array.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] numbers = new float[buffer.remaining()];
    buffer.get(numbers);
    return numbers;
  }
}
