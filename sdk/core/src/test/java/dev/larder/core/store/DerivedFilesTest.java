package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivedFilesTest {

  @TempDir Path home;

  private final InMemorySource source = new InMemorySource().with("onnx/model.onnx", "a network");
  private final WantedModel wanted = source.wants("onnx/model.onnx");

  private ModelStore store;
  private LockedModel model;
  private Path folder;
  private Path weights;

  @BeforeEach
  void makeSomethingOfAModel() throws IOException {
    store = new ModelStore(new StoreLayout(home));
    model =
        store
            .install(
                List.of(wanted), new Fetchers(List.of(source), List.of()), TransferListener.SILENT)
            .get(0)
            .model();
    folder =
        Files.createDirectory(store.find(model).orElseThrow().resolve("onnx").resolve(".made"));
    weights = Files.writeString(folder.resolve("weights.bin"), "weights");
    Files.writeString(folder.resolve("graph.onnx"), "a graph");
    DerivedFiles.seal(folder);
  }

  private boolean areIntact() {
    return new DerivedFiles(folder).areIntact();
  }

  @Test
  void theyAreIntactAsLongAsTheyLookAsTheyDid() {
    assertThat(areIntact()).isTrue();
  }

  @Test
  void aCopyIsHashedAndIntact() throws IOException {
    Path copy = Files.createDirectory(home.resolve("copy"));
    for (String name : List.of("weights.bin", "graph.onnx", ".digests", ".verified")) {
      Files.copy(folder.resolve(name), copy.resolve(name));
    }

    assertThat(new DerivedFiles(copy).areIntact()).isTrue();
  }

  @Test
  void oneThatHasOtherBytesOrIsMissingSpoilsAll() throws IOException {
    Files.writeString(weights, "Weights");
    assertThat(areIntact()).isFalse();

    Files.writeString(weights, "weights");
    assertThat(areIntact()).isTrue();

    Files.delete(weights);
    assertThat(areIntact()).isFalse();
  }

  @Test
  void withoutTheirDigestsNothingVouchesForThem() throws IOException {
    Files.delete(folder.resolve(".digests"));

    assertThat(areIntact()).isFalse();
  }

  @Test
  void verifyingAModelFindsWhatDoesNotShowAndRemovesIt() throws IOException {
    FileTime time = Files.getLastModifiedTime(weights);
    store.verify(model);
    assertThat(folder).exists();

    Files.writeString(weights, "Weights");
    Files.setLastModifiedTime(weights, time);

    assertThat(areIntact()).isTrue();
    assertThat(store.verify(model)).isEmpty();
    assertThat(folder).doesNotExist();
    assertThat(store.find(model)).isPresent();
  }
}
