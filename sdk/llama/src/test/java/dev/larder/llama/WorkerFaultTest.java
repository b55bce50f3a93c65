package dev.larder.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.larder.api.CorruptModelException;
import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EngineException;
import dev.larder.api.GenerationEngine;
import dev.larder.api.GenerationRequest;
import dev.larder.api.GenerationStream;
import dev.larder.api.TextRole;
import dev.larder.testkit.tiny.BertModel;
import dev.larder.testkit.tiny.TinyChatModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever becomes of a worker, the application lives and goes on. */
@DisabledOnOs(OS.WINDOWS)
class WorkerFaultTest {

  private static final List<String> MANY =
      Collections.nCopies(5_000, "the long way home ".repeat(20));

  @TempDir Path folder;

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(Workers.ofThisProcess()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"KILL, SIGKILL", "SEGV, its worker ended with status", "ABRT, SIGABRT"})
  void aWorkerThatDiesWhileItEmbedsIsOneExceptionForEveryCaller(String signal, String said)
      throws Exception {
    try (EmbeddingEngine engine = TestModel.tiny(folder).embedding()) {
      Embedding before = engine.embed("boat", TextRole.QUERY);
      ProcessHandle worker = Workers.only();
      List<CompletableFuture<List<Embedding>>> calls =
          List.of(embedding(engine), embedding(engine), embedding(engine));
      TimeUnit.MILLISECONDS.sleep(200);
      Workers.signal(worker, signal);

      for (CompletableFuture<List<Embedding>> call : calls) {
        assertThatThrownBy(call::join)
            .isInstanceOf(CompletionException.class)
            .cause()
            .isInstanceOf(EngineException.class)
            .hasMessageContaining("\"tiny:gguf-test\"")
            .hasMessageContaining(said);
      }
      assertThat(engine.embed("boat", TextRole.QUERY).vector())
          .containsExactly(before.vector(), within(1e-6f));
      assertThat(Workers.only()).isNotEqualTo(worker);
    }
  }

  private static CompletableFuture<List<Embedding>> embedding(EmbeddingEngine engine) {
    return CompletableFuture.supplyAsync(() -> engine.embedAll(MANY, TextRole.DOCUMENT));
  }

  @ParameterizedTest
  @CsvSource({"KILL", "SEGV"})
  void aWorkerThatDiesWhileItWritesEndsTheStream(String signal) throws Exception {
    try (GenerationEngine engine = TestModel.chat(folder).generation();
        GenerationStream stream =
            engine.stream(
                GenerationRequest.of("tell me")
                    .withFormat(LlamaGenerationEngineTest.TICKING)
                    .withMaxNewTokens(450))) {
      stream.next();
      Workers.signal(Workers.only(), signal);

      assertThatThrownBy(() -> stream.forEachRemaining(piece -> {}))
          .isInstanceOf(EngineException.class);
      assertThat(engine.generate(GenerationRequest.of("tell me")).text())
          .isEqualTo(TinyChatModel.STORY);
    }
  }

  @Test
  void aModelThatCrashesAgainAndAgainIsLeftAlone() throws Exception {
    try (EmbeddingEngine engine = TestModel.tiny(folder).embedding()) {
      for (int death = 0; death < 5; death++) {
        engine.embed("boat", TextRole.QUERY);
        Workers.signal(Workers.only(), "KILL");
        awaitNoWorker();
      }
      assertThatThrownBy(() -> engine.embed("boat", TextRole.QUERY))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("its worker has died 5 times within 10 minutes")
          .hasMessageContaining("SIGKILL");
      assertThat(Workers.ofThisProcess()).isEmpty();
    }
  }

  /** Whatever changed it, since a running engine goes on with what it has loaded. */
  @Test
  void aFileThatWasReplacedIsNotLoadedByTheNextWorker() throws Exception {
    TestModel model = TestModel.tiny(folder);
    try (EmbeddingEngine engine = model.embedding()) {
      Path file = folder.resolve(BertModel.GGUF);
      byte[] bytes = Files.readAllBytes(file);
      byte[] other = bytes.clone();
      other[other.length - 100] ^= 1;
      replace(file, other);
      assertThat(engine.embed("boat", TextRole.QUERY).tokens()).isEqualTo(3);

      Workers.signal(Workers.only(), "KILL");
      awaitNoWorker();
      assertThatThrownBy(() -> engine.embed("boat", TextRole.QUERY))
          .isInstanceOf(CorruptModelException.class)
          .hasMessageContaining("\"tiny:gguf-test\"")
          .hasMessageContaining("its file has other bytes than when it was opened first");
      assertThat(Workers.ofThisProcess()).isEmpty();

      replace(file, bytes);
      assertThat(engine.embed("boat", TextRole.QUERY).tokens()).isEqualTo(3);
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path other = Files.write(file.resolveSibling("other.gguf"), bytes);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void enginesOfOneModelShareAWorker() {
    TestModel model = TestModel.tiny(folder);
    EmbeddingEngine one = model.embedding();
    EmbeddingEngine two = model.embedding();
    ProcessHandle worker = Workers.only();

    one.close();
    assertThat(two.embed("boat", TextRole.QUERY).tokens()).isEqualTo(3);
    assertThat(Workers.only()).isEqualTo(worker);

    two.close();
    assertThat(Workers.ofThisProcess()).isEmpty();
  }

  @Test
  void anIdleWorkerIsStoppedIfAskedAndStartedForTheNextCall() throws Exception {
    try (EmbeddingEngine engine = TestModel.tiny(folder).idle(Duration.ofMillis(300)).embedding()) {
      awaitNoWorker();

      assertThat(engine.embed("boat", TextRole.QUERY).tokens()).isEqualTo(3);
    }
  }

  @Test
  void closingAnswersWhoeverIsEmbedding() throws Exception {
    EmbeddingEngine engine = TestModel.tiny(folder).embedding();
    CompletableFuture<List<Embedding>> call = embedding(engine);
    TimeUnit.MILLISECONDS.sleep(200);
    engine.close();

    assertThatThrownBy(call::join)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The engine of \"tiny:gguf-test\" is closed");
  }

  private static void awaitNoWorker() throws InterruptedException {
    while (!Workers.ofThisProcess().isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    // The application is told by the end of a stream, a moment later.
    TimeUnit.MILLISECONDS.sleep(100);
  }
}
