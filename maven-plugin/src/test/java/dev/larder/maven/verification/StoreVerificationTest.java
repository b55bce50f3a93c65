package dev.larder.maven.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.Integrity;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.core.store.WantedModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreVerificationTest {

  private static final String REVISION = "544f204f2eaa2d71361ffc74d6df7170285b286a";

  @TempDir private Path home;

  private ModelStore store;
  private Path folder;

  @BeforeEach
  void oneModelIsInTheStore() {
    store = new ModelStore(new StoreLayout(home));
    WantedModel model =
        new WantedModel(
            Selector.parse("minilm"),
            "onnx-fp32",
            Source.parse("hf:acme/minilm"),
            REVISION,
            384,
            "Apache-2.0",
            Integrity.HUB,
            List.of(
                new ModelFile(FileRole.MODEL, "model.onnx", null, null, null),
                new ModelFile(FileRole.TOKENIZER, "tokenizer.json", null, null, null)));
    folder =
        store
            .install(
                List.of(model),
                new Fetchers(List.of(new PathsAsContent()), List.of()),
                TransferListener.SILENT)
            .get(0)
            .folder();
  }

  @Test
  void whatIsAsItWasIsIntact() {
    Verified model = verified();

    assertThat(model.isWrong()).isFalse();
    assertThat(model.lines()).containsExactly("minilm:onnx-fp32@" + REVISION + " is intact (24 B)");
  }

  @Test
  void changedAndMissingFilesAreNamed() throws IOException {
    Files.delete(folder.resolve("model.onnx"));
    Files.writeString(folder.resolve("model.onnx"), "MODEL.onnx");
    Files.delete(folder.resolve("tokenizer.json"));

    Verified model = verified();

    assertThat(model.isWrong()).isTrue();
    assertThat(model.changed()).containsExactly("model.onnx");
    assertThat(model.missing()).containsExactly("tokenizer.json");
    assertThat(model.lines()).hasSize(2);
  }

  @Test
  void aRemovedModelIsNotWrong() throws IOException {
    Files.delete(folder.resolve("model.onnx"));
    Files.delete(folder.resolve("tokenizer.json"));

    Verified model = verified();

    assertThat(model.isWrong()).isFalse();
    assertThat(model.lines()).singleElement().asString().endsWith("is no longer in the store");
  }

  @Test
  void otherNamesAreNotLookedAt() {
    assertThat(new StoreVerification(store).run("other"::equals)).isEmpty();
  }

  private Verified verified() {
    List<Verified> models = new StoreVerification(store).run("minilm"::equals);
    assertThat(models).hasSize(1);
    return models.get(0);
  }

  /** A source in which every file holds its own path. */
  private static final class PathsAsContent implements Fetcher {

    @Override
    public boolean fetches(Source source) {
      return true;
    }

    @Override
    public Fetched fetch(FetchRequest request) {
      request.sink().restart();
      byte[] content = request.file().path().getBytes(StandardCharsets.UTF_8);
      request.sink().append(ByteBuffer.wrap(content));
      return new Fetched("https://hub.invalid/" + request.file().path(), REVISION);
    }
  }
}
