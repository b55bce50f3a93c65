package dev.larder.testkit.tiny;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MiniLmShapeTest {

  private static final long MEGABYTE = 1_000_000;

  @Test
  void theSameGeneratorBuildsANetworkOfMiniLmsSize(@TempDir Path folder)
      throws IOException, OrtException {
    BertModel.of(BertShape.miniLm()).writeTo(folder);

    assertThat(Files.size(folder.resolve(BertModel.ONNX)) / MEGABYTE).isEqualTo(90);
    assertThat(Files.size(folder.resolve(BertModel.GGUF)) / MEGABYTE).isEqualTo(25);
    try (OnnxEncoder encoder = new OnnxEncoder(folder)) {
      float[] cat = encoder.embed("the cat sat on the mat");
      assertThat(cat).hasSize(384);
      assertThat(Vectors.cosine(cat, encoder.embed("cats on mats"))).isGreaterThan(0.9);
      assertThat(Vectors.cosine(cat, encoder.embed("interest rates rise"))).isLessThan(0.3);
    }
  }
}
