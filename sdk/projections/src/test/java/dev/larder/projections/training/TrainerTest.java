package dev.larder.projections.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.DimensionMismatchException;
import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.InterruptedCallException;
import dev.larder.api.InvalidFileException;
import dev.larder.api.ModelInfo;
import dev.larder.api.TextRole;
import dev.larder.projections.Figures;
import dev.larder.projections.Projection;
import dev.larder.projections.ProjectionFolder;
import dev.larder.projections.recipe.RecipeFile;
import dev.larder.testkit.FakeEmbeddingEngine;
import dev.larder.testkit.FakeModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

  private static final String RECIPE = TopicTask.RECIPE;

  @TempDir private Path folder;

  private final FakeEmbeddingEngine tiny = new FakeModels().embedding("tiny");

  @Test
  void recallOfHiddenTopicsRisesByTwoFifthsOnAnchorsThatWereHeldOut() throws Exception {
    Figures figures =
        train(new TopicTask(1).pairs(folder.resolve("pairs.jsonl")), RECIPE).figures();

    assertThat(figures.examples()).isEqualTo(TopicTask.examples());
    assertThat(figures.heldOut()).isEqualTo(TopicTask.examples() / 10);
    assertThat(figures.after().at10() - figures.before().at10()).isGreaterThan(0.4);
    assertThat(figures.after().at1() - figures.before().at1()).isGreaterThan(0.2);
  }

  @Test
  void soItDoesWithTriplets() throws Exception {
    Figures figures =
        train(new TopicTask(1).triplets(folder.resolve("triplets.jsonl")), RECIPE).figures();

    assertThat(figures.after().at10() - figures.before().at10()).isGreaterThan(0.4);
  }

  @Test
  void oneSeedGivesTheSameBytesAndAnotherOthers() throws Exception {
    Path examples = new TopicTask(1).pairs(folder.resolve("pairs.jsonl"));
    train(examples, RECIPE);
    byte[] first = Files.readAllBytes(file());
    train(examples, RECIPE);
    byte[] again = Files.readAllBytes(file());
    train(examples, RECIPE.replace("seed: 1", "seed: 2"));

    assertThat(again).isEqualTo(first);
    assertThat(Files.readAllBytes(file())).isNotEqualTo(first);
  }

  @Test
  void theBytesAreTheSameHoweverManyThreadsThereAre() throws Exception {
    Path examples = new TopicTask(1).pairs(folder.resolve("pairs.jsonl"));

    assertThat(trainedBy(4, examples)).isEqualTo(trainedBy(1, examples));
  }

  @Test
  void noTextIsEmbeddedTwice() throws Exception {
    Path examples = new TopicTask(1).pairs(folder.resolve("pairs.jsonl"));
    train(examples, RECIPE);
    int calls = tiny.calls().size();

    train(examples, RECIPE);
    assertThat(tiny.calls()).hasSize(calls);

    Files.writeString(
        examples,
        Files.readString(examples)
            + "{\"anchor\":\"something new\",\"positive\":\"something else\"}");
    train(examples, RECIPE);
    assertThat(tiny.calls().subList(calls, tiny.calls().size()))
        .extracting(EmbeddingRequest::texts)
        .containsExactly(List.of("something new"), List.of("something else"));
  }

  @Test
  void aCacheThatCannotBeReadIsMadeAnew() throws Exception {
    Path examples = new TopicTask(1).pairs(folder.resolve("pairs.jsonl"));
    byte[] expected = trained(examples);
    Path cache = folder().cache("tiny", tiny.model().sha256());
    Files.writeString(cache, "none");

    assertThat(trained(examples)).isEqualTo(expected);
    assertThat(Files.size(cache)).isGreaterThan(1000);
  }

  @Test
  void trainingThatIsInterruptedLeavesTheOldWeights() throws Exception {
    Path examples = new TopicTask(1).pairs(folder.resolve("pairs.jsonl"));
    byte[] old = trained(examples);
    List<Integer> epochs = new ArrayList<>();
    TrainingListener impatient =
        new TrainingListener() {
          @Override
          public void learned(int epoch, double loss, double watched) {
            epochs.add(epoch);
            if (epoch == 2) {
              Thread.currentThread().interrupt();
            }
          }
        };

    assertThatThrownBy(
            () -> Trainer.train(request(tiny, examples, RECIPE.replace("seed: 1", ""), impatient)))
        .isInstanceOf(InterruptedException.class);
    assertThat(epochs).containsExactly(1, 2);
    assertThat(Files.readAllBytes(file())).isEqualTo(old);
  }

  @Test
  void anEngineThatIsInterruptedEndsTrainingAndWhatWasEmbeddedStays() throws Exception {
    Path examples = new TopicTask(1).pairs(folder.resolve("pairs.jsonl"));

    assertThatThrownBy(
            () ->
                Trainer.train(
                    request(
                        new InterruptedAtSecond(tiny, new AtomicInteger()),
                        examples,
                        RECIPE,
                        TrainingListener.SILENT)))
        .isInstanceOf(InterruptedException.class)
        .hasCauseInstanceOf(InterruptedCallException.class);
    assertThat(Thread.interrupted()).isFalse();
    List<String> embedded = tiny.calls().get(0).texts();

    train(examples, RECIPE);
    assertThat(tiny.calls().subList(1, tiny.calls().size()))
        .flatExtracting(EmbeddingRequest::texts)
        .doesNotContainAnyElementsOf(embedded);
  }

  /** An engine whose caller is interrupted while it waits for the second time. */
  private record InterruptedAtSecond(FakeEmbeddingEngine engine, AtomicInteger calls)
      implements EmbeddingEngine {

    @Override
    public ModelInfo model() {
      return engine.model();
    }

    @Override
    public int dimensions() {
      return engine.dimensions();
    }

    @Override
    public int maxTokens() {
      return engine.maxTokens();
    }

    @Override
    public int countTokens(String text, TextRole role) {
      return engine.countTokens(text, role);
    }

    @Override
    public List<Embedding> embed(EmbeddingRequest request) {
      if (calls.incrementAndGet() == 2) {
        Thread.currentThread().interrupt();
        throw new InterruptedCallException("The wait for the engine of tiny", null);
      }
      return engine.embed(request);
    }

    @Override
    public void close() {
      engine.close();
    }
  }

  @Test
  void trainingEndsWhenItBringsNothingAnyMore() throws Exception {
    List<Double> watched = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void learned(int epoch, double loss, double watchedLoss) {
            watched.add(watchedLoss);
          }
        };
    Projection projection =
        Trainer.train(
            request(
                tiny,
                new TopicTask(1).pairs(folder.resolve("pairs.jsonl")),
                RECIPE.replace("epochs: 6", "epochs: 500"),
                listener));

    int best = projection.figures().epochs();
    assertThat(watched).hasSize(best + 3);
    assertThat(watched.get(best - 1)).isEqualTo(watched.stream().min(Double::compare).get());
  }

  @Test
  void weightsThatGrowBeyondAllNumbersAreNotWritten() throws Exception {
    Path examples = new TopicTask(1).pairs(folder.resolve("pairs.jsonl"));

    assertThatThrownBy(() -> train(examples, RECIPE + "    learning_rate: 1e38\n"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("line 5: semantic cannot be learned with a learning_rate of 1.0E38");
    assertThat(file()).doesNotExist();
  }

  @Test
  void tooFewAnchorsAreRefused() throws Exception {
    Path examples =
        Files.writeString(folder.resolve("few.jsonl"), "{\"anchor\":\"a\",\"positive\":\"b\"}\n");

    assertThatThrownBy(() -> train(examples, RECIPE))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("it has 1 different anchors, and 10 are the fewest to learn from");
  }

  @Test
  void anEngineOfAnotherModelThanTheRecipesIsRefused() throws Exception {
    Path examples = new TopicTask(1).pairs(folder.resolve("pairs.jsonl"));

    assertThatThrownBy(
            () ->
                Trainer.train(
                    request(
                        new FakeModels().embedding("minilm"),
                        examples,
                        RECIPE,
                        TrainingListener.SILENT)))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("line 2: it is about tiny, and the engine runs minilm:");
  }

  @Test
  void aDimensionThatARecipeOfVersionOneGotWrongIsRefused() throws Exception {
    Path examples = new TopicTask(1).pairs(folder.resolve("pairs.jsonl"));
    String old = RECIPE.replace("version: 2", "version: 1").replace("[128", "[384, 128");

    assertThatThrownBy(() -> train(examples, old))
        .isInstanceOf(DimensionMismatchException.class)
        .hasMessageContaining("line 5");
  }

  /** Parallel streams stay in the pool that they are called from. */
  private byte[] trainedBy(int threads, Path examples) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> trained(examples)).get();
    } finally {
      pool.shutdown();
    }
  }

  private byte[] trained(Path examples) throws Exception {
    train(examples, RECIPE);
    return Files.readAllBytes(file());
  }

  private Projection train(Path examples, String recipe) throws Exception {
    return Trainer.train(request(tiny, examples, recipe, TrainingListener.SILENT));
  }

  private TrainingRequest request(
      EmbeddingEngine engine, Path examples, String recipe, TrainingListener listener)
      throws IOException {
    return new TrainingRequest(
        engine,
        new RecipeFile(Files.writeString(folder.resolve("recipe.yaml"), recipe)).read(),
        "semantic",
        new ExampleFile(examples),
        folder(),
        listener);
  }

  private ProjectionFolder folder() {
    return ProjectionFolder.ofProject(folder);
  }

  private Path file() {
    return folder().file("tiny", "semantic");
  }
}
