package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.CorruptModelException;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EngineException;
import dev.larder.api.TextRole;
import dev.larder.api.UnsupportedArchitectureException;
import dev.larder.testkit.onnx.OnnxGraph;
import dev.larder.testkit.tiny.BertModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnusableModelTest {

  /** Whole words, and none that stands for all others. */
  private static final String WITHOUT_UNKNOWN =
      """
      {"version":"1.0","pre_tokenizer":{"type":"WhitespaceSplit"},
       "model":{"type":"WordLevel","unk_token":"[UNK]","vocab":{"green":0,"boat":1}}}
      """;

  @TempDir Path folder;

  static Stream<byte[]> bytesThatAreNoNetwork() {
    byte[] random = new byte[100_000];
    new Random(3).nextBytes(random);
    return Stream.of(
        new byte[0], "This is not a network.".getBytes(UTF_8), random, new byte[100_000]);
  }

  @ParameterizedTest
  @MethodSource("bytesThatAreNoNetwork")
  void aModelFileThatIsNoNetworkIsCorrupt(byte[] bytes) {
    TestModel model = TestModel.tiny(folder).replacing(BertModel.ONNX, bytes);

    assertThatThrownBy(model::open)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("ONNX Runtime cannot load it");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0001, 0.01, 0.3, 0.7, 0.999999})
  void aModelFileThatIsCutIsCorrupt(double part) throws IOException {
    TestModel model = TestModel.tiny(folder);
    byte[] whole = Files.readAllBytes(folder.resolve(BertModel.ONNX));
    model.replacing(BertModel.ONNX, Arrays.copyOf(whole, (int) (whole.length * part)));

    assertThatThrownBy(model::open).isInstanceOf(CorruptModelException.class);
  }

  @Test
  void aModelFileThatIsGoneIsCorrupt() throws IOException {
    TestModel model = TestModel.tiny(folder);
    Files.delete(folder.resolve(BertModel.ONNX));

    assertThatThrownBy(model::open)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("File doesn't exist");
  }

  @Test
  void vectorsOfOtherDimensionsThanTheCatalogSaysAreRefused() {
    TestModel model = TestModel.tiny(folder).dimensions(384);

    assertThatThrownBy(model::open)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its vectors have 96 dimensions, not 384");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void weightsThatAreNoNumbersAreRefused(float weight) {
    TestModel model =
        TestModel.of(folder, TokenTable.filledWith(weight).tokenOutput("last_hidden_state").build())
            .dimensions(TokenTable.DIMENSIONS);

    assertThatThrownBy(model::open)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its network cannot be run")
        .hasMessageContaining("no number");
  }

  /** One bad row of a table is met by nobody until its token comes. */
  @Test
  void theTextWhoseVectorIsNoNumberIsNamedByItsPosition() {
    int green;
    try (TextTokenizer tokenizer = TextTokenizer.open(TestModel.tiny(folder).installed())) {
      green = (int) tokenizer.tokenize("green").ids()[1];
    }
    TestModel model =
        TestModel.of(folder, TokenTable.withoutNumbersFor(green).tokenOutput("vectors").build())
            .dimensions(TokenTable.DIMENSIONS);
    try (EmbeddingEngine engine = model.open()) {
      assertThatThrownBy(
              () -> engine.embedAll(List.of("boat", "bread", "green boat"), TextRole.DOCUMENT))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("the network gave for text 2 what is no number");
    }
  }

  @Test
  void theTokenizerOfALargerModelIsRefused() {
    TestModel model =
        TestModel.of(folder, TokenTable.withRows(3000).tokenOutput("last_hidden_state").build())
            .dimensions(TokenTable.DIMENSIONS);

    assertThatThrownBy(model::open)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its tokenizer is that of another model")
        .hasMessageContaining("6755");
  }

  @Test
  void theTokenizerOfASmallerModelIsRefused() {
    TestModel model =
        TestModel.of(folder, TokenTable.withRows(8000).tokenOutput("last_hidden_state").build())
            .dimensions(TokenTable.DIMENSIONS);

    assertThatThrownBy(model::open)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its tokenizer is that of another model: it has 6756 tokens")
        .hasMessageContaining("the network more than 7040");
  }

  @ParameterizedTest
  @ValueSource(ints = {6756, 6784, 6912, 7000})
  void aFewRowsWithoutATokenAreNothingUnusual(int rows) {
    TestModel model =
        TestModel.of(folder, TokenTable.withRows(rows).tokenOutput("last_hidden_state").build())
            .dimensions(TokenTable.DIMENSIONS);

    assertThatCode(() -> model.open().close()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"257, 257", "300, 300", "512, 512", "8192, 512"})
  void aNetworkThatReadsFewerTokensThanIsSaidOfItIsRefused(int said, int tried) {
    TestModel model = TestModel.tiny(folder).maxTokens(said);

    assertThatThrownBy(model::open)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining(
            "it is said to read %d tokens, and its network fails where a text has %d"
                .formatted(said, tried));
  }

  @ParameterizedTest
  @ValueSource(strings = {"logits", "prediction_logits"})
  void logitsAreNoVectors(String name) {
    TestModel model =
        TestModel.of(folder, TokenTable.withRows(6756).tokenOutput(name).build())
            .dimensions(TokenTable.DIMENSIONS);

    assertThatThrownBy(model::open)
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("no single output with a vector for each token among " + name);
  }

  @Test
  void aNumberForEachTokenOfTheVocabularyIsNoVectorWhateverItsName() {
    int tokens = TokenTable.TINY_VOCABULARY;
    OnnxGraph graph = TokenTable.withRows(tokens).graph();
    graph.floats("heads", List.of(TokenTable.DIMENSIONS, tokens), new float[8 * tokens]);
    graph.node("MatMul", "guesses", TokenTable.LOOKED_UP, "heads");
    graph.output("guesses", List.of("batch", "sequence"), tokens);
    TestModel model = TestModel.of(folder, graph.build("larder")).dimensions(tokens);

    assertThatThrownBy(model::open)
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("its output guesses has a number for each token of the vocabulary");
  }

  @Test
  void aTextForWhichTheTokenizerHasNoTokenIsNamedByItsPosition() {
    TestModel model =
        TestModel.of(folder, TokenTable.withRows(10).tokenOutput("last_hidden_state").build())
            .dimensions(TokenTable.DIMENSIONS)
            .replacing(BertModel.TOKENIZER, WITHOUT_UNKNOWN.getBytes(UTF_8));
    try (EmbeddingEngine engine = model.open()) {
      assertThatThrownBy(
              () -> engine.embedAll(List.of("boat", "green boat", "car"), TextRole.DOCUMENT))
          .isInstanceOf(CorruptModelException.class)
          .hasMessageContaining("its tokenizer cannot encode text 2 (")
          .hasMessageContaining("[UNK]");
      assertThatThrownBy(() -> engine.countTokens("car", TextRole.DOCUMENT))
          .isInstanceOf(CorruptModelException.class)
          .hasMessageContaining("its tokenizer cannot encode the text (");
    }
  }

  @Test
  void aModelLockedWithoutATokenizerIsRefused() {
    TestModel model = TestModel.tiny(folder).withoutTokenizerInItsLock();

    assertThatThrownBy(model::open)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("no file for its tokenizer");
  }

  @Test
  void aTokenizerFileThatIsGoneIsNamed() throws IOException {
    TestModel model = TestModel.tiny(folder);
    Files.delete(folder.resolve(BertModel.TOKENIZER));

    assertThatThrownBy(model::open)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its tokenizer is missing")
        .hasMessageContaining(folder.resolve(BertModel.TOKENIZER).toString());
  }

  @Test
  void aTokenizerFileThatIsLargerThanAnyIsNotRead() throws IOException {
    TestModel model = TestModel.tiny(folder);
    try (FileChannel file =
        FileChannel.open(folder.resolve(BertModel.TOKENIZER), StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[1]), 1 << 27);
    }

    assertThatThrownBy(model::open)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its tokenizer is larger than 128 MB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "not json",
        "{\"model\":{\"vocab\":[",
        "{\"version\":\"1.0\",\"model\":{\"type\":\"Unheard\",\"vocab\":{}}}",
        "{\"model\":{\"vocab\":{\"a\":1e99}}}"
      })
  void aTokenizerFileThatIsNoneIsCorrupt(String text) {
    TestModel model = TestModel.tiny(folder).replacing(BertModel.TOKENIZER, text.getBytes(UTF_8));

    assertThatThrownBy(model::open)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its tokenizer cannot be read")
        .hasMessageContaining("Reason: ");
  }
}
