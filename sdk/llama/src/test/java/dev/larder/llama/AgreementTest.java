package dev.larder.llama;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.Overlong;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.Pooling;
import dev.larder.onnx.OnnxEngineProvider;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same weights through both engines. */
class AgreementTest {

  @TempDir Path folder;

  private static EmbeddingEngine onnx(TestModel model) {
    return (EmbeddingEngine) new OnnxEngineProvider().open(model.installed());
  }

  @ParameterizedTest
  @EnumSource(names = {"MEAN", "CLS", "LAST"})
  void bothEnginesGiveTheSameVectorsAndCounts(Pooling pooling) {
    List<String> texts = VariedTexts.ofCount(200);
    try (EmbeddingEngine llama = TestModel.tiny(folder).pooling(pooling).embedding();
        EmbeddingEngine onnx = onnx(TestModel.tinyOnnx(folder).pooling(pooling))) {
      List<Embedding> ours = llama.embedAll(texts, TextRole.DOCUMENT);
      List<Embedding> reference = onnx.embedAll(texts, TextRole.DOCUMENT);

      SoftAssertions softly = new SoftAssertions();
      for (int i = 0; i < texts.size(); i++) {
        String text = "text %d: %.60s".formatted(i, texts.get(i));
        softly.assertThat(ours.get(i).tokens()).as(text).isEqualTo(reference.get(i).tokens());
        softly
            .assertThat(ours.get(i).truncatedTokens())
            .as(text)
            .isEqualTo(reference.get(i).truncatedTokens());
        softly
            .assertThat(ours.get(i).cosine(reference.get(i)))
            .as(text)
            .isGreaterThanOrEqualTo(0.999);
      }
      softly.assertAll();
    }
  }

  /** The last window is short, and mostly prefix. */
  @Test
  void windowsCountAlike() {
    EmbeddingRequest request =
        EmbeddingRequest.of(
                List.of(
                    "cats sleep all day ".repeat(7) + "boats sail",
                    "a boat at sea ".repeat(40) + "interest rates rise"),
                TextRole.DOCUMENT)
            .withOverlong(Overlong.CHUNK);
    try (EmbeddingEngine llama = TestModel.tiny(folder).maxTokens(32).withPrefixes().embedding();
        EmbeddingEngine onnx = onnx(TestModel.tinyOnnx(folder).maxTokens(32).withPrefixes())) {
      List<Embedding> reference = onnx.embed(request);
      List<Embedding> ours = llama.embed(request);

      for (int i = 0; i < reference.size(); i++) {
        assertThat(ours.get(i).tokens()).isEqualTo(reference.get(i).tokens());
        assertThat(ours.get(i).cosine(reference.get(i))).isGreaterThan(0.9999);
      }
    }
  }

  @Test
  void tokensAreCountedAlike() {
    try (EmbeddingEngine llama = TestModel.tiny(folder).embedding();
        EmbeddingEngine onnx = onnx(TestModel.tinyOnnx(folder))) {
      for (String text : VariedTexts.KINDS) {
        assertThat(llama.countTokens(text, TextRole.QUERY))
            .as(text)
            .isEqualTo(onnx.countTokens(text, TextRole.QUERY));
      }
    }
  }

  @Test
  void halfACharacterIsLeftOut() {
    try (EmbeddingEngine llama = TestModel.tiny(folder).embedding()) {
      Embedding torn = llama.embed("a \uD83Dboat \uDE00 at sea", TextRole.DOCUMENT);

      assertThat(torn).isEqualTo(llama.embed("a boat  at sea", TextRole.DOCUMENT));
    }
  }
}
