package dev.larder.testkit.tiny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TinyModelIsWhatTheCatalogSaysTest {

  private final CatalogModel tiny = Catalog.builtIn().select("tiny").model();
  private final CatalogModel tinyChat = Catalog.builtIn().select("tiny-chat").model();

  @Test
  void everyFileHasTheCatalogsBytes(@TempDir Path folder) throws Exception {
    TinyModel.writeTo(folder);
    TinyChatModel.writeTo(folder);

    for (CatalogModel model : List.of(tiny, tinyChat)) {
      for (Variant variant : model.variants()) {
        for (ModelFile file : variant.files()) {
          Path built = folder.resolve(file.path());
          assertThat(sha256(built)).as(file.path()).isEqualTo(file.sha256());
          assertThat(Files.size(built)).as(file.path()).isEqualTo(file.size());
        }
      }
    }
  }

  @Test
  void theNetworkHasTheCatalogsSizes() {
    assertThat(tiny.dimensions()).isEqualTo(TinyModel.dimensions());
    assertThat(tiny.normalised()).isTrue();
    assertThat(tiny.variants())
        .allSatisfy(
            variant -> {
              assertThat(variant.maxTokens()).isEqualTo(TinyModel.maxTokens());
              assertThat(variant.pooling()).isEqualTo(Pooling.MEAN);
              assertThat(variant.architecture()).isEqualTo("bert");
            });
  }

  @Test
  void theStoryTellerHasTheCatalogsSizes() {
    assertThat(tinyChat.task()).isEqualTo(Task.GENERATION);
    assertThat(tinyChat.variants())
        .singleElement()
        .satisfies(
            variant -> {
              assertThat(variant.maxTokens()).isEqualTo(TinyChatModel.maxTokens());
              assertThat(variant.architecture()).isEqualTo("llama");
            });
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }
}
