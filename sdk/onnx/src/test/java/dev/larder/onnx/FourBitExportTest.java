package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.engine.VectorLength;
import dev.larder.testkit.tiny.BertModel;
import dev.larder.testkit.tiny.BertShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights of 4 bits that become floats before they are multiplied by. */
class FourBitExportTest {

  /** Only the larger one is prepared. */
  private static final int SMALL = 96;

  private static final int LARGE = 384;

  private static final List<String> TEXTS =
      List.of("boat", "a small green boat", "the train to the coast was late ".repeat(20));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {SMALL, LARGE})
  void inputsAreNotRoundedAsTheNetworkDoesNotSaySo(int dimensions) throws Exception {
    TestModel model = model(dimensions);
    try (EmbeddingEngine engine = model.open()) {
      for (int i = 0; i < TEXTS.size(); i++) {
        assertThat(engine.embed(TEXTS.get(i), TextRole.DOCUMENT).vector())
            .containsExactly(asWritten(model).get(i), within(1e-5f));
      }
    }
  }

  @Test
  void itIsPrepared() throws IOException {
    model(LARGE).open().close();

    try (var files = Files.walk(folder)) {
      assertThat(files).anyMatch(file -> file.endsWith("graph.onnx"));
    }
  }

  private TestModel model(int dimensions) throws IOException {
    TestModel model =
        TestModel.tiny(folder).dimensions(dimensions).notNormalised().quantisation("q4");
    BertModel.of(new BertShape(1, dimensions, 12, 4 * dimensions, 256, 6756)).writeTo(folder);
    ModelProto plain = ModelProto.parseFrom(Files.readAllBytes(folder.resolve(BertModel.ONNX)));
    return model.replacing(BertModel.ONNX, FourBits.dequantised(plain).toByteArray());
  }

  private List<float[]> asWritten(TestModel model) throws Exception {
    SessionMaker sessions = SessionMaker.of(Processors.of(2), ExecutionProvider.CPU);
    OrtSession session =
        sessions.makeFrugal(
            folder.resolve(BertModel.ONNX),
            options -> options.setOptimizationLevel(OptLevel.NO_OPT));
    try (TextTokenizer tokenizer = TextTokenizer.open(model.installed());
        Network network =
            Network.of(
                model.installed(),
                sessions.environment(),
                session,
                ModelOutput.pooledBy(Pooling.MEAN))) {
      TextEncoder encoder =
          new TextEncoder("plain", network, new Pooler(Pooling.MEAN, VectorLength.FREE));
      return TEXTS.stream()
          .map(text -> encoder.encode(List.of(tokenizer.tokenize(text))).get(0))
          .toList();
    }
  }
}
