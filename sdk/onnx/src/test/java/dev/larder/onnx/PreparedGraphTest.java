package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.store.DerivedFiles;
import dev.larder.testkit.tiny.BertModel;
import dev.larder.testkit.tiny.BertShape;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedGraphTest {

  private static final BertShape LARGE_ENOUGH = new BertShape(1, 384, 12, 1536, 256, 6756);

  private static final BertShape LARGE_ENOUGH_IN_8_BITS =
      new BertShape(1, 384, 12, 1536, 256, 20_000);

  @TempDir Path folder;

  @Test
  void aModelIsPreparedOnceAndGivesTheSameVectors() throws IOException {
    TestModel model = largeModel();
    Embedding first = embed(model);
    List<Path> prepared = prepared();
    FileTime time = Files.getLastModifiedTime(prepared.get(0));

    assertThat(prepared).hasSize(1);
    assertThat(prepared.get(0).resolve("rows.onnx")).doesNotExist();
    assertThat(embed(model)).isEqualTo(first);
    assertThat(prepared()).isEqualTo(prepared);
    assertThat(Files.getLastModifiedTime(prepared.get(0))).isEqualTo(time);
  }

  @Test
  void thatTheNetworkReadsWhatIsSaidOfItIsRemembered() throws IOException {
    TestModel model = largeModel();
    embed(model);
    Path note = prepared().get(0).resolve("reads-256");
    assertThat(note).exists();
    FileTime time = Files.getLastModifiedTime(note);

    embed(model);
    embed(model.maxTokens(100));

    assertThat(Files.getLastModifiedTime(note)).isEqualTo(time);
    assertThat(prepared().get(0).resolve("reads-100")).exists();
  }

  @Test
  void itsVectorsAreThoseOfTheModelAsItWasExported() throws Exception {
    TestModel model = largeModel().pooling(Pooling.CLS).notNormalised();
    try (EmbeddingEngine engine = model.open();
        TextTokenizer tokenizer = TextTokenizer.open(model.installed());
        OrtSession exported =
            OrtEnvironment.getEnvironment()
                .createSession(folder.resolve(BertModel.ONNX).toString())) {
      assertThat(Files.readString(prepared().get(0).resolve("graph.onnx"), ISO_8859_1))
          .contains("SkipLayerNormalization", "MultiHeadAttention")
          .doesNotContain("Softmax");
      for (String text : List.of("boat", "a small green boat", "late ".repeat(100))) {
        float[] expected = firstTokensVector(exported, tokenizer.tokenize(text));

        assertThat(engine.embed(text, TextRole.DOCUMENT).vector())
            .containsExactly(expected, within(1e-4f));
      }
    }
  }

  /** Alone a run has several threads, beside others one. */
  @ParameterizedTest
  @CsvSource({"fp32, 1e-5", "int8, 0"})
  void aTextsVectorIsTheSameAloneAndBesideOthers(String quantisation, float distance)
      throws IOException {
    TestModel model = quantisation.equals("int8") ? largeModelIn8Bits() : largeModel();
    List<String> texts =
        IntStream.range(1, 40).mapToObj(i -> "the green boat and bread ".repeat(i)).toList();
    try (EmbeddingEngine engine = model.open()) {
      List<Embedding> together = engine.embedAll(texts, TextRole.DOCUMENT);
      for (int i = 0; i < texts.size(); i++) {
        assertThat(engine.embed(texts.get(i), TextRole.DOCUMENT).vector())
            .containsExactly(together.get(i).vector(), within(distance));
      }
    }
    assertThat(Files.readString(prepared().get(0).resolve("graph.onnx"), ISO_8859_1))
        .contains("MultiHeadAttention");
  }

  @Test
  void textsOfTheSameLengthAreRunTogetherIn8BitsWithTheSameVectors() throws Exception {
    TestModel model = largeModelIn8Bits();
    List<String> texts =
        IntStream.range(0, 48)
            .mapToObj(i -> "the green boat and bread ".repeat(1 + i / 4) + i % 4)
            .toList();
    Map<String, float[]> alone = new HashMap<>();
    try (EmbeddingEngine engine = model.open()) {
      for (String text : texts) {
        alone.put(text, engine.embed(text, TextRole.DOCUMENT).vector());
      }
    }
    assertThat(prepared().get(0).resolve("rows.onnx")).exists();
    for (int threads : new int[] {1, 2, 3, 8}) {
      ExecutorService callers = Executors.newFixedThreadPool(threads);
      try (EmbeddingEngine engine = model.open()) {
        List<Callable<Void>> calls = new ArrayList<>();
        for (int seed = 0; seed < 2 * threads; seed++) {
          List<String> shuffled = new ArrayList<>(texts);
          Collections.shuffle(shuffled, new Random(seed));
          calls.add(
              () -> {
                List<Embedding> together = engine.embedAll(shuffled, TextRole.DOCUMENT);
                for (int i = 0; i < shuffled.size(); i++) {
                  assertThat(together.get(i).vector()).isEqualTo(alone.get(shuffled.get(i)));
                }
                return null;
              });
        }
        for (Future<Void> call : callers.invokeAll(calls)) {
          call.get();
        }
        assertThat(engine.counters().runs()).isLessThan(2L * threads * texts.size());
      } finally {
        callers.shutdownNow();
      }
    }
  }

  @Test
  void whereTheGraphForLongerTextsIsDamagedLaterTheModelsOwnFileIsRun() throws IOException {
    TestModel model = largeModelIn8Bits();
    String longText = "the green boat and bread ".repeat(20);
    Embedding first;
    try (EmbeddingEngine engine = model.open()) {
      first = engine.embed(longText, TextRole.DOCUMENT);
    }
    try (EmbeddingEngine engine = model.open()) {
      flipABitOf(prepared().get(0).resolve("weights.bin"));

      assertThat(engine.embed(longText, TextRole.DOCUMENT).cosine(first)).isGreaterThan(0.999);
    }
    try (EmbeddingEngine engine = model.open()) {
      assertThat(engine.embed(longText, TextRole.DOCUMENT)).isEqualTo(first);
    }
  }

  private static float[] firstTokensVector(OrtSession session, Tokens text) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] mask = new long[text.length()];
    Arrays.fill(mask, 1);
    try (OnnxTensor ids = OnnxTensor.createTensor(environment, new long[][] {text.ids()});
        OnnxTensor kept = OnnxTensor.createTensor(environment, new long[][] {mask});
        OnnxTensor types = OnnxTensor.createTensor(environment, new long[][] {text.typeIds()});
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", kept, "token_type_ids", types))) {
      return ((float[][][]) result.get(0).getValue())[0][0];
    }
  }

  @Test
  void aSmallModelIsNot() throws IOException {
    embed(TestModel.tiny(folder));

    assertThat(prepared()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"graph.onnx", "weights.bin", "rows.onnx", ".digests"})
  void whatIsDamagedIsNotUsedAndMadeAgain(String file) throws IOException {
    TestModel model = largeModelIn8Bits();
    Embedding first = embed(model);
    flipABitOf(prepared().get(0).resolve(file));

    assertThat(embed(model)).isEqualTo(first);
    assertThat(new DerivedFiles(prepared().get(0)).areIntact()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"graph.onnx", "weights.bin", "rows.onnx", ".digests"})
  void whatIsLostIsMadeAgain(String file) throws IOException {
    TestModel model = largeModelIn8Bits();
    Embedding first = embed(model);
    Files.delete(prepared().get(0).resolve(file));

    assertThat(embed(model)).isEqualTo(first);
    assertThat(prepared().get(0).resolve(file)).exists();
  }

  /** ONNX Runtime writes weights of 4 bits at this level so that they are no numbers when read. */
  @Test
  void whatIsWrittenWrongIsFoundOnceAndTheModelsOwnFileIsRun() throws IOException {
    TestModel model = largeModel();
    ModelProto plain = ModelProto.parseFrom(Files.readAllBytes(folder.resolve(BertModel.ONNX)));
    model.replacing(BertModel.ONNX, FourBits.products(plain, 4).toByteArray()).quantisation("q4");

    Embedding first = embed(model);
    List<Path> prepared = prepared();
    FileTime time = Files.getLastModifiedTime(prepared.get(0));

    assertThat(prepared.get(0).resolve("graph.onnx")).doesNotExist();
    assertThat(embed(model)).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(prepared.get(0))).isEqualTo(time);
  }

  @Test
  void weightsThatEndTooSoonAreNotUsed() throws IOException {
    TestModel model = largeModel();
    Embedding first = embed(model);
    try (FileChannel weights =
        FileChannel.open(prepared().get(0).resolve("weights.bin"), StandardOpenOption.WRITE)) {
      weights.truncate(weights.size() / 2);
    }

    assertThat(embed(model).cosine(first)).isCloseTo(1, within(1e-6));
  }

  @Test
  void anotherModelInTheSamePlaceIsNotMistakenForIt() throws IOException {
    TestModel model = largeModel();
    Embedding first = embed(model);
    BertModel.of(LARGE_ENOUGH).writeQuantisedTo(folder);

    Embedding other = embed(model);

    assertThat(other).isNotEqualTo(first);
    assertThat(other.cosine(first)).isGreaterThan(0.99);
  }

  private static void flipABitOf(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  private TestModel largeModelIn8Bits() throws IOException {
    TestModel model = largeModel().quantisation("int8");
    BertModel.of(LARGE_ENOUGH_IN_8_BITS).writeQuantisedTo(folder);
    return model;
  }

  private TestModel largeModel() throws IOException {
    TestModel model = TestModel.tiny(folder).dimensions(384);
    BertModel.of(LARGE_ENOUGH).writeTo(folder);
    return model;
  }

  private static Embedding embed(TestModel model) {
    try (EmbeddingEngine engine = model.open()) {
      return engine.embed("a small green boat", TextRole.DOCUMENT);
    }
  }

  private List<Path> prepared() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(".")).toList();
    }
  }
}
