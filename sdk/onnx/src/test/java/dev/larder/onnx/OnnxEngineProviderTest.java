package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.Engine;
import dev.larder.api.EngineException;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.engine.EngineFinder;
import dev.larder.core.engine.InstalledModel;
import dev.larder.testkit.tiny.TinyModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEngineProviderTest {

  @TempDir Path folder;

  @Test
  void isFoundOnTheClassPathAndOpensTheModel() {
    EngineFinder finder = EngineFinder.onClassPath(getClass().getClassLoader());
    InstalledModel tiny = TestModel.tiny(folder).installed();

    try (Engine engine = finder.find(tiny).open(tiny)) {
      assertThat(engine).isInstanceOf(EmbeddingEngine.class);
      assertThat(((EmbeddingEngine) engine).embed("boat", TextRole.QUERY).vector())
          .hasSize(TinyModel.dimensions());
    }
  }

  @Test
  void isEqualToEveryOtherSoThatAllShareOneSession() {
    assertThat(new OnnxEngineProvider()).isEqualTo(new OnnxEngineProvider());
  }

  @Test
  void whatThisRuntimeCannotComputeOnIsRefused() {
    InstalledModel tiny = TestModel.tiny(folder).installed();

    assertThatThrownBy(() -> new OnnxEngineProvider(ExecutionProvider.CUDA).open(tiny))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("models.onnx.provider=cuda asks for what")
        .hasMessageContaining("CPU")
        .hasMessageContaining("onnxruntime_gpu");
  }

  @Test
  void suitsModelsForVectorsAndScoresInTheOnnxFormat() {
    InstalledModel tiny = TestModel.tiny(folder).installed();

    assertThat(suitability(tiny, "onnx", Task.EMBEDDING)).isEqualTo(100);
    assertThat(suitability(tiny, "gguf", Task.EMBEDDING)).isZero();
    assertThat(suitability(tiny, "onnx", Task.RERANK)).isEqualTo(100);
    assertThat(suitability(tiny, "gguf", Task.RERANK)).isZero();
    assertThat(suitability(tiny, "onnx", Task.GENERATION)).isZero();

    InstalledModel withoutVectors = TestModel.tiny(folder).pooling(Pooling.NONE).installed();
    assertThat(suitability(withoutVectors, "onnx", Task.EMBEDDING)).isZero();
  }

  private static int suitability(InstalledModel installed, String format, Task task) {
    CatalogModel model = installed.model();
    Variant variant = installed.variant();
    return new OnnxEngineProvider()
        .suitability(
            new CatalogModel(
                model.name(),
                model.aliases(),
                model.description(),
                task,
                model.dimensions(),
                model.matryoshka(),
                model.normalised(),
                model.queryPrefix(),
                model.documentPrefix(),
                model.gated(),
                model.variants()),
            new Variant(
                variant.id(),
                format,
                variant.quantisation(),
                variant.architecture(),
                variant.maxTokens(),
                variant.pooling(),
                variant.licence(),
                variant.source(),
                variant.revision(),
                variant.attestation(),
                variant.files()));
  }
}
