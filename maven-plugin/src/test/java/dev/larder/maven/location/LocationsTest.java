package dev.larder.maven.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.NotFetchedException;
import dev.larder.core.ModelRegistry;
import dev.larder.core.format.JsonWriter;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.Fetchers;
import dev.larder.maven.SampleStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocationsTest {

  @TempDir private Path home;

  private SampleStore sample;

  @BeforeEach
  void theStoreIsEmpty() {
    sample = new SampleStore(home);
  }

  @Test
  void thePathIsThatOfTheModelsOwnFile() {
    Path folder = sample.install("small").folder();

    assertThat(locate(ModelsLock.empty(), "small").lines())
        .containsExactly(folder.resolve("onnx-fp32.model").toString());
  }

  @Test
  void whatIsNotThereHasNoPath() {
    assertThatThrownBy(() -> locate(ModelsLock.empty(), "small"))
        .isInstanceOf(NotFetchedException.class);
  }

  @Test
  void theLockGoesBeforeTheCatalog() {
    Path folder = sample.install("small:gguf-q8_0").folder();
    LockedModel locked = SampleStore.wanted("small:gguf-q8_0").exactly().orElseThrow();
    ModelsLock lock = ModelsLock.of(List.of(locked.as(SampleStore.wanted("small").key())));

    Locations locations = locate(lock, "small");

    assertThat(locations.lines()).containsExactly(folder.resolve("gguf-q8_0.model").toString());
    assertThat(new String(JsonWriter.write(locations::writeJson), StandardCharsets.UTF_8))
        .contains("\"variant\": \"gguf-q8_0\"", "\"folder\": \"" + folder + "\"");
  }

  private Locations locate(ModelsLock lock, String selector) {
    return Locations.of(
        new ModelRegistry(SampleStore.CATALOG, lock, sample.store, Fetchers.none()),
        List.of(selector));
  }
}
