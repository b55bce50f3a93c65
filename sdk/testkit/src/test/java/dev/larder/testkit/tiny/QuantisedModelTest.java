package dev.larder.testkit.tiny;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuantisedModelTest {

  @Test
  void itIsAQuarterOfTheSizeAndGivesNearlyTheSameVectors(@TempDir Path folder)
      throws IOException, OrtException {
    BertModel model = BertModel.of(BertShape.tiny());
    Path floats = folder.resolve("floats");
    Path integers = folder.resolve("integers");
    model.writeTo(floats);
    model.writeQuantisedTo(integers);

    assertThat(Files.size(integers.resolve(BertModel.ONNX)))
        .isLessThan(Files.size(floats.resolve(BertModel.ONNX)) / 3);
    try (OnnxEncoder expected = new OnnxEncoder(floats);
        OnnxEncoder actual = new OnnxEncoder(integers)) {
      for (String text : new String[] {"the cat sat on the mat", "interest rates rise"}) {
        assertThat(Vectors.cosine(actual.embed(text), expected.embed(text))).isGreaterThan(0.99);
      }
    }
  }
}
