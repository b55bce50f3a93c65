package dev.larder.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.UnsupportedArchitectureException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Selection;
import dev.larder.core.engine.EngineFinder;
import dev.larder.core.engine.EngineProvider;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.store.WantedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LlamaEngineProviderTest {

  private final LlamaEngineProvider provider = new LlamaEngineProvider();

  private int suitability(String selector) {
    Selection selection = Catalog.builtIn().select(selector);
    return provider.suitability(selection.model(), selection.variant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tiny:gguf-q8_0",
        "minilm:gguf-q4_k_m",
        "nomic-embed:gguf-f16",
        "bge-m3:gguf-q8_0",
        "smollm2-135m-instruct",
        "llama-3.2-1b-instruct",
        "qwen2.5-0.5b-instruct",
        "gemma-3-270m-it",
        "phi-4-mini-instruct"
      })
  void ggufModelsThatLlamaKnowsAreItsOwn(String selector) {
    assertThat(suitability(selector)).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tiny:onnx-fp32",
        "qwen3-embed",
        "qwen3-0.6b",
        "embeddinggemma:gguf-q8_0",
        "bge-reranker-v2-m3"
      })
  void othersAreNot(String selector) {
    assertThat(suitability(selector)).isZero();
  }

  @Test
  void itIsFoundOnTheClassPath() {
    assertThat(ServiceLoader.load(EngineProvider.class).stream().map(ServiceLoader.Provider::type))
        .contains(LlamaEngineProvider.class);
  }

  @Test
  void aRerankerIsRefusedBecauseItsScoresWouldBeOthers() {
    Selection selection = Catalog.builtIn().select("bge-reranker-v2-m3:gguf-q8_0");
    InstalledModel installed =
        new InstalledModel(
            selection.model(),
            selection.variant(),
            WantedModel.of(selection).exactly().orElseThrow(),
            Path.of("."));

    assertThatThrownBy(() -> new EngineFinder(List.of(provider)).find(installed))
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("bge-reranker-v2-m3:gguf-q8_0");
  }

  /** A file whose header says something else than the catalog. */
  @Test
  void theFileDecidesWhetherItCanBeRun(@TempDir Path folder) {
    TestModel.chat(folder);
    TestModel mistaken = TestModel.tiny(folder).file("chat.gguf");

    assertThatThrownBy(mistaken::embedding)
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("gguf, llama");
  }
}
