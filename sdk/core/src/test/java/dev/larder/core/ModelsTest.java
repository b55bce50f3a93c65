package dev.larder.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.DimensionMismatchException;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EngineException;
import dev.larder.api.GenerationRequest;
import dev.larder.api.NotFetchedException;
import dev.larder.api.TextRole;
import dev.larder.api.UnknownModelException;
import dev.larder.api.UnsupportedArchitectureException;
import dev.larder.api.WrongTaskException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Task;
import dev.larder.core.engine.EngineFinder;
import dev.larder.core.engine.RecordingEngines;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.project.DeclaredEngine;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.InMemorySource;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {

  private final RecordingEngines engines = new RecordingEngines();
  private ModelRegistry registry;
  private Models models;

  @BeforeEach
  void openModels(@TempDir Path store) {
    SampleModels samples = new SampleModels();
    registry =
        samples.registry(
            store,
            samples.model("words", Task.EMBEDDING, "onnx", "gguf"),
            samples.own("short", "hf:acme/short"),
            samples.model("judge", Task.RERANK, "onnx"),
            samples.model("chat", Task.GENERATION, "onnx"));
    models = Models.of(registry, new EngineFinder(List.of(engines)));
  }

  @Test
  void opensAModelAtItsFirstUse() {
    registry.ensure("words");

    EmbeddingEngine engine = models.embedding("words");
    assertThat(engines.events()).isEmpty();

    engine.embed("text", TextRole.QUERY);
    engine.embed("text", TextRole.QUERY);
    assertThat(engines.events()).containsExactly("open words:onnx");
  }

  @Test
  void selectorsThatMeanTheSameFilesShareAnEngine() {
    registry.ensure("words");

    assertThat(models.embedding("words"))
        .isSameAs(models.embedding("words-alias"))
        .isSameAs(models.embedding("words:onnx"))
        .isSameAs(models.embedding("words@" + InMemorySource.COMMIT));
  }

  @Test
  void twoVariantsHaveTwoEngines() {
    registry.ensure("words");
    registry.ensure("words:gguf");

    assertThat(models.embedding("words")).isNotSameAs(models.embedding("words:gguf"));
  }

  @Test
  void refusesAModelThatNobodyKnows() {
    assertThatThrownBy(() -> models.embedding("word"))
        .isInstanceOf(UnknownModelException.class)
        .hasMessageContaining("Did you mean: words");
  }

  @Test
  void refusesAModelForAnotherTaskEvenIfItIsNotOnThisMachine() {
    assertThatThrownBy(() -> models.embedding("chat"))
        .isInstanceOf(WrongTaskException.class)
        .hasMessageContaining("inject it as GenerationEngine");
    assertThatThrownBy(() -> models.generation("judge")).isInstanceOf(WrongTaskException.class);
    assertThatThrownBy(() -> models.rerank("words")).isInstanceOf(WrongTaskException.class);
  }

  @Test
  void refusesDimensionsThatTheModelDoesNotGive() {
    assertThatThrownBy(() -> models.embedding("words", 4))
        .isInstanceOf(DimensionMismatchException.class)
        .hasMessageContaining("gives 8 dimensions, not 4");
    registry.ensure("words");
    assertThat(models.embedding("words", 8)).isSameAs(models.embedding("words"));
  }

  @Test
  void aDeclaredEngineHasTheLengthThatIsDeclared() {
    registry.ensure("short");

    assertThat(models.engine(declared("short", 4)))
        .isInstanceOfSatisfying(
            EmbeddingEngine.class, engine -> assertThat(engine.dimensions()).isEqualTo(4));
    assertThat(models.engine(declared("short", 0))).isSameAs(models.embedding("short"));
    assertThatThrownBy(() -> models.engine(declared("short", 5)))
        .isInstanceOf(DimensionMismatchException.class)
        .hasMessageContaining("gives 8 or 4 dimensions, not 5");
  }

  private static DeclaredEngine declared(String model, int dimensions) {
    return new DeclaredEngine(EmbeddingEngine.class, model, dimensions, List.of("app.Search"));
  }

  @Test
  void doesNotFetchWhatIsMissing() {
    assertThatThrownBy(() -> models.embedding("words"))
        .isInstanceOf(NotFetchedException.class)
        .hasMessageContaining("mvn models:fetch");
    assertThat(registry.isDownloaded("words")).isFalse();
  }

  @Test
  void aModelThatWasMissingIsFoundOnceItIsThere() {
    assertThatThrownBy(() -> models.embedding("words")).isInstanceOf(NotFetchedException.class);

    registry.ensure("words");

    assertThat(models.embedding("words").dimensions()).isEqualTo(8);
  }

  @Test
  void aFailureToOpenIsNotKept() {
    registry.ensure("words");
    EmbeddingEngine engine = models.embedding("words");
    EngineException failure = new EngineException("words:onnx", "no memory", null);
    engines.failAtOpening(failure);
    assertThatThrownBy(() -> engine.embed("text", TextRole.QUERY)).isSameAs(failure);

    engines.failAtOpening(null);

    assertThat(engine.embed("text", TextRole.QUERY).dimensions()).isEqualTo(8);
  }

  @Test
  void closesWhatWasOpenedNewestFirstAndOnlyOnce() {
    openAll();

    models.close();
    models.close();

    assertThat(engines.events())
        .containsExactly(
            "open words:onnx",
            "open judge:onnx",
            "open chat:onnx",
            "close chat:onnx",
            "close judge:onnx",
            "close words:onnx");
  }

  @Test
  void anEngineThatCannotBeClosedKeepsNoOtherOpen() {
    openAll();
    engines.failAtClosing();

    assertThatThrownBy(models::close)
        .hasMessageContaining("chat:onnx")
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(2));

    assertThat(engines.events())
        .contains("close chat:onnx", "close judge:onnx", "close words:onnx");
  }

  @Test
  void useAfterCloseNamesTheModel() {
    registry.ensure("words");
    EmbeddingEngine engine = models.embedding("words");
    models.close();

    assertThatThrownBy(() -> engine.embed("text", TextRole.QUERY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The engine of \"words:onnx\" is closed");
    assertThatThrownBy(() -> models.embedding("words"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The engine of \"words\" was asked for after Models was closed");
  }

  @Test
  void anotherModelsSharesWhatIsOpenAndKeepsIt() {
    registry.ensure("words");
    Models others = Models.of(registry, new EngineFinder(List.of(engines)));
    EmbeddingEngine mine = models.embedding("words");
    EmbeddingEngine theirs = others.embedding("words");
    mine.embed("text", TextRole.QUERY);
    theirs.embed("text", TextRole.QUERY);

    models.close();

    assertThat(theirs.embed("text", TextRole.QUERY).dimensions()).isEqualTo(8);
    assertThatThrownBy(() -> mine.embed("text", TextRole.QUERY))
        .isInstanceOf(IllegalStateException.class);
    others.close();
    assertThat(engines.events()).containsExactly("open words:onnx", "close words:onnx");
  }

  @Test
  void warmsUpWhatWasHandedOutInItsOrder() {
    List.of("words", "judge", "chat").forEach(registry::ensure);
    models.rerank("judge");
    models.embedding("words");

    models.warmUp();
    models.warmUp();

    assertThat(engines.events()).containsExactly("open judge:onnx", "open words:onnx");
  }

  @Test
  void anEngineThatCannotBeOpenedKeepsNoOtherCold() {
    registry.ensure("words:gguf");
    registry.ensure("judge");
    models.embedding("words:gguf");
    models.rerank("judge");

    assertThatThrownBy(models::warmUp)
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("words:gguf");

    assertThat(engines.events()).containsExactly("open judge:onnx");
  }

  @Test
  void fetchesWhatIsMissingWhereItIsToldTo() {
    try (Models fetching = Models.fetching(registry, new EngineFinder(List.of(engines)))) {
      assertThat(fetching.embedding("words").dimensions()).isEqualTo(8);
    }

    assertThat(registry.isDownloaded("words")).isTrue();
  }

  @Test
  void fetchesNothingAfterItWasClosed() {
    Models fetching = Models.fetching(registry, new EngineFinder(List.of(engines)));
    fetching.close();

    assertThatThrownBy(() -> fetching.embedding("words")).isInstanceOf(IllegalStateException.class);
    assertThat(registry.isDownloaded("words")).isFalse();
  }

  private void openAll() {
    List.of("words", "judge", "chat").forEach(registry::ensure);
    models.embedding("words").embed("text", TextRole.QUERY);
    models.rerank("judge").rerank("query", List.of("text"));
    models.generation("chat").generate(GenerationRequest.of("question"));
  }

  @Test
  void whatFetchesIsClosedTogetherWithWhatItServes(@TempDir Path store) {
    AtomicInteger closed = new AtomicInteger();
    ModelRegistry own =
        new ModelRegistry(
            Catalog.of(List.of()),
            ModelsLock.empty(),
            new ModelStore(new StoreLayout(store)),
            new Fetchers(List.of(new Closing(closed)), List.of()));
    EngineFinder finder = new EngineFinder(List.of(engines));

    Models.of(own, finder).close();
    assertThat(closed).hasValue(0);

    Models.fetching(own, finder).close();
    assertThat(closed).hasValue(1);
  }

  private record Closing(AtomicInteger closed) implements Fetcher {

    @Override
    public boolean fetches(Source source) {
      return false;
    }

    @Override
    public Fetched fetch(FetchRequest request) {
      throw new AssertionError("It is not asked to");
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}
