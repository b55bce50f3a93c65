package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.testkit.tiny.BertModel;
import dev.larder.testkit.tiny.BertShape;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedGraphTest {

  private static final BertShape LARGE_ENOUGH = new BertShape(1, 384, 12, 1536, 256, 6756);

  @TempDir Path folder;

  @Test
  void aModelIsPreparedOnceAndGivesTheSameVectors() throws IOException {
    TestModel model = largeModel();
    Embedding first = embed(model);
    List<Path> prepared = prepared();
    FileTime time = Files.getLastModifiedTime(prepared.get(0));

    assertThat(prepared).hasSize(1);
    assertThat(embed(model)).isEqualTo(first);
    assertThat(prepared()).isEqualTo(prepared);
    assertThat(Files.getLastModifiedTime(prepared.get(0))).isEqualTo(time);
  }

  @Test
  void aSmallModelIsNot() throws IOException {
    embed(TestModel.tiny(folder));

    assertThat(prepared()).isEmpty();
  }

  @Test
  void whatIsDamagedIsNotUsedAndMadeAgain() throws IOException {
    TestModel model = largeModel();
    Embedding first = embed(model);
    Files.writeString(prepared().get(0).resolve("graph.onnx"), "something else");

    assertThat(embed(model)).isEqualTo(first);
    assertThat(prepared()).isEmpty();
    assertThat(embed(model)).isEqualTo(first);
    assertThat(prepared()).hasSize(1);
  }

  @Test
  void weightsThatEndTooSoonAreNotUsed() throws IOException {
    TestModel model = largeModel();
    Embedding first = embed(model);
    try (FileChannel weights =
        FileChannel.open(prepared().get(0).resolve("weights.bin"), StandardOpenOption.WRITE)) {
      weights.truncate(weights.size() / 2);
    }

    assertThat(embed(model)).isEqualTo(first);
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
