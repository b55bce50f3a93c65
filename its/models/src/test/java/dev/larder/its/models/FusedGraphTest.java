package dev.larder.its.models;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.FileRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@WithRealModels
class FusedGraphTest {

  private final RealModels models;

  FusedGraphTest(RealModels models) {
    this.models = models;
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRunIsFused(RealModel model) throws IOException {
    models.engine(model).embed("text", TextRole.DOCUMENT);

    assertThat(preparedGraph(model)).contains("SkipLayerNormalization", "MultiHeadAttention");
  }

  @Test
  void inFloatsTheFusedGraphGivesWhatThePlainOneGives() throws Exception {
    EmbeddingEngine engine = models.engine(RealModel.MINILM_IN_FLOATS);
    List<String> texts = EnglishTexts.read().all();
    List<Vector> fused = Vector.of(engine.embedAll(texts, TextRole.DOCUMENT));

    try (PlainNetwork plain = PlainNetwork.open(models.installed(RealModel.MINILM_IN_FLOATS))) {
      for (int i = 0; i < texts.size(); i++) {
        assertThat(fused.get(i).farthest(plain.embed(texts.get(i))))
            .as(texts.get(i))
            .isLessThan(1e-5);
      }
    }
  }

  private String preparedGraph(RealModel model) throws IOException {
    Path folder = models.installed(model).file(FileRole.MODEL).resolveSibling("");
    try (Stream<Path> files = Files.walk(folder)) {
      Path graph = files.filter(file -> file.endsWith("graph.onnx")).findFirst().orElseThrow();
      return Files.readString(graph, ISO_8859_1);
    }
  }
}
