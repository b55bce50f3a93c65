package dev.larder.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.larder.api.DimensionMismatchException;
import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.EngineCounters;
import dev.larder.api.InvalidFileException;
import dev.larder.api.Overlong;
import dev.larder.api.StorageException;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.Selector;
import dev.larder.core.engine.DerivedEmbeddingEngine;
import dev.larder.projections.network.Network;
import dev.larder.projections.safetensors.Safetensors;
import dev.larder.projections.safetensors.SafetensorsFile;
import dev.larder.projections.safetensors.Tensor;
import dev.larder.projections.safetensors.TensorRows;
import dev.larder.testkit.FakeEmbeddingEngine;
import dev.larder.testkit.FakeModels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectionTest {

  private static final String RECIPE_SHA256 = "c".repeat(64);

  private static final Figures FIGURES =
      new Figures(100, 10, 7, new Recall(0.25, 0.5), new Recall(0.75, 1));

  @TempDir private Path project;

  private final FakeModels models = new FakeModels();
  private final FakeEmbeddingEngine tiny = models.embedding("tiny");
  private final Network network = Network.untaught(96, 20, 8, 1);

  @Test
  void whatIsWrittenIsReadAgain() {
    Path file = write(tiny, network);

    Projection read = Projection.read(file);

    assertThat(file)
        .isEqualTo(project.resolve("data/embeddings/tiny/projections/semantic.safetensors"));
    assertThat(read.origin()).isEqualTo(Origin.of(tiny.model(), RECIPE_SHA256));
    assertThat(read.figures()).isEqualTo(FIGURES);
    assertThat(read.network().tensors()).isEqualTo(network.tensors());
    assertThat(TensorRows.of(read.network().tensors(), "w1.weight")).hasDimensions(20, 96);
    assertThat(TensorRows.of(read.network().tensors(), "w2.weight")).hasDimensions(8, 20);
    assertThat(folder().files()).containsExactly(file);
  }

  @Test
  void theEngineBehindItCounts() {
    write(tiny, network);
    EngineCounters counters =
        new EngineCounters(3, 5, 70, 2, Duration.ofMillis(1), Duration.ofMillis(9));

    EmbeddingEngine semantic = folder().open(new Counting(tiny, counters), "semantic");

    assertThat(semantic.counters()).isEqualTo(counters);
  }

  /** Another engine, and what it has done. */
  private static final class Counting extends DerivedEmbeddingEngine {

    private final EngineCounters counters;

    Counting(EmbeddingEngine engine, EngineCounters counters) {
      super(engine, engine.dimensions());
      this.counters = counters;
    }

    @Override
    protected float[][] derive(float[][] vectors) {
      return vectors;
    }

    @Override
    public EngineCounters counters() {
      return counters;
    }
  }

  @Test
  void theEnginesVectorsGoThroughBothLayers() {
    write(tiny, network);
    EmbeddingEngine semantic = folder().open(tiny, "semantic");
    List<String> texts = Stream.iterate(0, i -> i + 1).limit(40).map(i -> "text " + i).toList();

    List<Embedding> embeddings = semantic.embedAll(texts, TextRole.DOCUMENT);

    assertThat(embeddings).hasSize(40);
    for (int i = 0; i < 40; i++) {
      Embedding own = tiny.embed(texts.get(i), TextRole.DOCUMENT);
      assertThat(embeddings.get(i).tokens()).isEqualTo(own.tokens());
      assertClose(embeddings.get(i).vector(), plainly(network, own.vector()));
      assertThat(semantic.embed(texts.get(i), TextRole.DOCUMENT)).isEqualTo(embeddings.get(i));
    }
  }

  @Test
  void theRestOfARequestReachesTheModel() {
    write(tiny, network);
    EmbeddingEngine semantic = folder().open(tiny, "semantic");
    EmbeddingRequest request =
        EmbeddingRequest.of(List.of("a b"), TextRole.QUERY).withOverlong(Overlong.FAIL);

    semantic.embed(request);

    assertThat(tiny.calls()).containsExactly(request);
    assertThat(semantic.dimensions()).isEqualTo(8);
    assertThat(semantic.maxTokens()).isEqualTo(tiny.maxTokens());
    assertThat(semantic.countTokens("a b", TextRole.QUERY)).isEqualTo(2);
    assertThat(semantic.model()).isEqualTo(tiny.model());
    assertThat(semantic.embedAll(List.of(), TextRole.QUERY)).isEmpty();
  }

  @Test
  void closingItClosesTheModel() {
    write(tiny, network);
    folder().open(tiny, "semantic").close();

    assertThatThrownBy(() -> tiny.embed("a", TextRole.QUERY))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aProjectionOfAModelWithOtherBytesIsRefused() {
    Path file = folder().file("tiny", "semantic");
    Origin other = new Origin(Selector.parse("tiny:gguf-q8_0"), "d".repeat(64), RECIPE_SHA256);
    new Projection(network, other, FIGURES).write(file);

    assertThatThrownBy(() -> folder().open(tiny, "semantic"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("it was learned on tiny:gguf-q8_0 with the digest dddd")
        .hasMessageContaining("and the model here is tiny:")
        .hasMessageContaining("train the projection again on this model");
  }

  @Test
  void aProjectionOfAnotherModelIsRefused() {
    Path file = write(models.embedding("minilm"), network);

    assertThatThrownBy(() -> Projection.read(file).on(tiny, file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("it was learned on minilm:");
  }

  @Test
  void aProjectionOfOtherDimensionsIsRefused() {
    Path file = write(tiny, Network.untaught(95, 20, 8, 1));

    assertThatThrownBy(() -> folder().open(tiny, "semantic"))
        .isInstanceOf(DimensionMismatchException.class)
        .hasMessageContaining("gives 96 dimensions, not 95")
        .hasMessageContaining(file.toString());
  }

  @Test
  void aProjectionThatIsNotThereIsAMatterOfStorage() {
    assertThatThrownBy(() -> folder().open(tiny, "semantic"))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("semantic.safetensors")
        .hasMessageContaining("train the projection");
    assertThat(folder().files()).isEmpty();
  }

  @Test
  void aFileThatIsNoProjectionIsRefused() {
    Map<String, Tensor> whole = network.tensors();
    Tensor weight = Tensor.matrix(new float[20][96]);
    assertRefused(Map.of(), "it has the tensors [], not w1.weight");
    assertRefused(with(whole, "w3.weight", weight), "it has the tensors [w1.bias, w1.weight");
    assertRefused(
        with(whole, "w2.weight", weight), "w2.weight has the shape [20, 96], and w2.bias");
    assertRefused(with(whole, "w1.bias", Tensor.vector(new float[19])), "and w1.bias [19]");
    assertRefused(with(whole, "w1.bias", weight), "w1.bias is of F32 with the shape [20, 96]");
    assertRefused(
        with(whole, "w2.weight", Tensor.matrix(new float[8][21])),
        "w1.weight gives 20 numbers, and w2.weight takes 21");
    float[] bias = new float[8];
    bias[3] = Float.NaN;
    assertRefused(
        with(whole, "w2.bias", Tensor.vector(bias)), "w2.bias holds a number that is none");
    assertRefused(whole, "its metadata lacks \"model\"");
  }

  private static Map<String, Tensor> with(Map<String, Tensor> all, String name, Tensor tensor) {
    Map<String, Tensor> changed = new HashMap<>(all);
    changed.put(name, tensor);
    return changed;
  }

  private void assertRefused(Map<String, Tensor> tensors, String problem) {
    Path file = folder().file("tiny", "semantic");
    new SafetensorsFile(file, "").write(new Safetensors(Map.of(), new TreeMap<>(tensors)));

    assertThatThrownBy(() -> Projection.read(file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining("train the projection again");
  }

  private Path write(EmbeddingEngine engine, Network network) {
    Path file = folder().file("tiny", "semantic");
    new Projection(network, Origin.of(engine.model(), RECIPE_SHA256), FIGURES).write(file);
    return file;
  }

  private ProjectionFolder folder() {
    return ProjectionFolder.ofProject(project);
  }

  private static void assertClose(float[] actual, double[] expected) {
    assertThat(actual).hasSize(expected.length);
    for (int i = 0; i < actual.length; i++) {
      assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-5));
    }
  }

  /** What the network does, written down once more. */
  private static double[] plainly(Network network, float[] vector) {
    double[] hidden = layer(network, "w1", doubles(vector));
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = Math.max(0, hidden[i]);
    }
    double[] output = layer(network, "w2", hidden);
    double square = 0;
    for (double number : output) {
      square += number * number;
    }
    for (int i = 0; i < output.length; i++) {
      output[i] /= Math.sqrt(square);
    }
    return output;
  }

  private static double[] layer(Network network, String name, double[] input) {
    float[][] weights = TensorRows.of(network.tensors(), name + ".weight");
    double[] output = doubles(TensorRows.of(network.tensors(), name + ".bias")[0]);
    for (int i = 0; i < output.length; i++) {
      for (int j = 0; j < input.length; j++) {
        output[i] += weights[i][j] * input[j];
      }
    }
    return output;
  }

  private static double[] doubles(float[] floats) {
    double[] doubles = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }
}
