package dev.larder.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.NotFetchedException;
import dev.larder.api.RerankEngine;
import dev.larder.api.UnknownModelException;
import dev.larder.api.WrongTaskException;
import dev.larder.core.catalog.Attestation;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.engine.InstalledModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {

  @TempDir Path store;
  private final SampleModels samples = new SampleModels();
  private ModelRegistry registry;

  @BeforeEach
  void openRegistry() {
    registry = samples.registry(store, samples.model("words", Task.EMBEDDING, "onnx", "gguf"));
  }

  @Test
  void fetchesWhatIsMissingAndFindsWhatIsThere() {
    assertThat(registry.isDownloaded("words")).isFalse();

    InstalledModel fetched = registry.ensure("words");

    assertThat(registry.isDownloaded("words")).isTrue();
    assertThat(registry.isDownloaded("words:gguf")).isFalse();
    assertThat(registry.ensure("words")).isEqualTo(fetched);
    assertThat(registry.require("words-alias")).isEqualTo(fetched);
  }

  /** As a framework does that has no more time for a task. */
  @Test
  void aCancelledCallLeavesTheNextOneEverythingItNeeds() throws InterruptedException {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      for (int i = 0; i < 14; i++) {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Future<InstalledModel> future =
            executor.submit(
                () -> {
                  begun.countDown();
                  try {
                    return registry.ensure("words");
                  } finally {
                    ended.countDown();
                  }
                });
        begun.await();
        long end = System.nanoTime() + i * 300_000L;
        while (System.nanoTime() < end) {
          Thread.onSpinWait();
        }
        future.cancel(true);

        assertThat(registry.ensure("words").folder()).startsWith(store);
        ended.await();
        assertThat(registry.remove("words")).isTrue();
      }
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void saysWhereAModelLies() {
    registry.ensure("words");

    assertThat(registry.path("words")).startsWith(store).isRegularFile().hasFileName("words.onnx");
    assertThatThrownBy(() -> registry.path("words:gguf"))
        .isInstanceOf(NotFetchedException.class)
        .hasMessageContaining(store.toString());
  }

  @Test
  void removesAModelOnce() {
    registry.ensure("words");

    assertThat(registry.remove("words")).isTrue();

    assertThat(registry.isDownloaded("words")).isFalse();
    assertThat(registry.remove("words")).isFalse();
  }

  @Test
  void prunesWhatNobodyLocksUntilTheRestHasRoom() {
    registry.ensure("words");

    assertThat(registry.prune(Long.MAX_VALUE).models()).isEmpty();
    assertThat(registry.isDownloaded("words")).isTrue();

    assertThat(registry.prune(0).models()).hasSize(1);
    assertThat(registry.isDownloaded("words")).isFalse();
  }

  @Test
  void listsEveryKnownModelWithWhatIsHere() {
    registry.ensure("words:gguf");

    ModelStatus status = registry.list().get(0);

    assertThat(status.model().name()).isEqualTo("words");
    assertThat(status.downloaded())
        .extracting(recorded -> recorded.model().variant())
        .containsExactly("gguf");
  }

  @Test
  void aRegisteredModelIsOneLikeEveryOther() {
    assertThatThrownBy(() -> registry.find("own")).isInstanceOf(UnknownModelException.class);
    CatalogModel own = samples.model("own", Task.EMBEDDING, "onnx");

    registry.register(own);
    registry.register(own);

    assertThat(registry.find(EmbeddingEngine.class, "own").model()).isEqualTo(own);
    assertThat(registry.list()).extracting(ModelStatus::model).contains(own);
    assertThat(registry.ensure("own-alias").model()).isEqualTo(own);
    assertThat(registry.path("own")).isRegularFile();
  }

  @Test
  void aRegisteredModelTakesNobodysName() {
    CatalogModel other = samples.model("words", Task.RERANK, "onnx");

    assertThatThrownBy(() -> registry.register(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"words\" names two models");
    assertThatThrownBy(() -> registry.find(RerankEngine.class, "words"))
        .isInstanceOf(WrongTaskException.class);
  }

  @Test
  void aModelBehindAPlainAddressNeedsADigest() {
    assertThatThrownBy(() -> registry.register(behindAddress(null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\"own:onnx\" comes from https://models.example/own and needs the SHA-256 of every file");

    registry.register(behindAddress("0".repeat(64)));

    assertThat(registry.isDownloaded("own")).isFalse();
  }

  private static CatalogModel behindAddress(@Nullable String sha256) {
    Variant variant =
        new Variant(
            "onnx",
            "onnx",
            "F32",
            "bert",
            128,
            Pooling.MEAN,
            "Apache-2.0",
            Source.parse("https://models.example/own"),
            "1",
            Attestation.NONE,
            List.of(new ModelFile(FileRole.MODEL, "model.onnx", sha256, null, null)));
    return new CatalogModel(
        "own",
        Map.of(),
        "Own",
        Task.EMBEDDING,
        8,
        List.of(),
        true,
        "",
        "",
        false,
        List.of(variant));
  }
}
