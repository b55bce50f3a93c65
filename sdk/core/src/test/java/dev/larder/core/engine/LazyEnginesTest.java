package dev.larder.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.Engine;
import dev.larder.api.GenerationEngine;
import dev.larder.api.GenerationRequest;
import dev.larder.api.InterruptedCallException;
import dev.larder.api.RankedDocument;
import dev.larder.api.RerankEngine;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LazyEnginesTest {

  private final RecordingEngines engines = new RecordingEngines();
  private final LazyEngines lazy = new LazyEngines(new EngineFinder(List.of(engines)));

  private Engine handle(Task task) {
    return lazy.of(InstalledModels.of("sample", task, "onnx"));
  }

  @ParameterizedTest
  @EnumSource
  void hasTheEngineTypeOfTheTask(Task task) {
    assertThat(handle(task)).isInstanceOf(task.engineType());
  }

  @ParameterizedTest
  @EnumSource
  void knowsItsModelWithoutOpeningIt(Task task) {
    assertThat(handle(task).model().name()).isEqualTo("sample");
    assertThat(engines.events()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void closingAnUnusedEngineOpensNothing(Task task) {
    handle(task).close();

    assertThat(engines.events()).isEmpty();
  }

  @Test
  void anInterruptEndsTheOpeningOfAllAndTheNextCallOpensThem() {
    lazy.of(InstalledModels.of("one", Task.EMBEDDING, "onnx"));
    lazy.of(InstalledModels.of("two", Task.RERANK, "onnx"));
    AtomicInteger tries = new AtomicInteger();
    engines.beforeOpening(
        () -> {
          tries.incrementAndGet();
          throw new InterruptedCallException("The wait for the engine", null);
        });
    assertThatThrownBy(lazy::openAll).isInstanceOf(InterruptedCallException.class);
    assertThat(tries).hasValue(1);

    engines.beforeOpening(() -> {});
    lazy.openAll();

    assertThat(engines.events()).containsExactly("open one:onnx", "open two:onnx");
  }

  @Test
  void embedsWithTheOpenedEngine() {
    EmbeddingEngine engine = (EmbeddingEngine) handle(Task.EMBEDDING);
    assertThat(engine.dimensions()).isEqualTo(8);
    assertThat(engines.events()).isEmpty();

    assertThat(engine.maxTokens()).isEqualTo(77);
    assertThat(engine.countTokens("four", TextRole.QUERY)).isEqualTo(4);
    assertThat(engine.embed("four", TextRole.QUERY).tokens()).isEqualTo(4);
    assertThat(engine.embedAll(List.of("a", "b"), TextRole.DOCUMENT)).hasSize(2);
    engine.close();

    assertThat(engines.events()).containsExactly("open sample:onnx", "close sample:onnx");
  }

  @Test
  void reranksWithTheOpenedEngine() {
    RerankEngine engine = (RerankEngine) handle(Task.RERANK);

    assertThat(engine.maxTokens()).isEqualTo(77);
    assertThat(engine.rerank("four", List.of("a"))).containsExactly(new RankedDocument(0, 4, 0));
    engine.close();

    assertThat(engines.events()).containsExactly("open sample:onnx", "close sample:onnx");
  }

  @Test
  void generatesWithTheOpenedEngine() {
    GenerationEngine engine = (GenerationEngine) handle(Task.GENERATION);
    List<String> pieces = new ArrayList<>();

    assertThat(engine.maxTokens()).isEqualTo(77);
    assertThat(engine.generate(GenerationRequest.of("?"), pieces::add).text()).isEqualTo("piece");
    assertThat(pieces).containsExactly("piece");
    engine.close();

    assertThat(engines.events()).containsExactly("open sample:onnx", "close sample:onnx");
  }
}
