package dev.larder.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.Engine;
import dev.larder.api.UnsupportedArchitectureException;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineFinderTest {

  private EngineProvider provider(String name, int suitability) {
    return new EngineProvider() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public int suitability(CatalogModel model, Variant variant) {
        return suitability;
      }

      @Override
      public Engine open(InstalledModel model) {
        return new RecordingEngines().open(model);
      }
    };
  }

  @Test
  void theMostSuitableEngineIsFound() {
    EngineFinder finder =
        new EngineFinder(List.of(provider("slow", 10), provider("fast", 100), provider("no", 0)));

    assertThat(finder.find(InstalledModels.of("words", Task.EMBEDDING, "onnx")).name())
        .isEqualTo("fast");
  }

  @Test
  void ofEquallySuitableEnginesTheFirstIsFound() {
    EngineFinder finder = new EngineFinder(List.of(provider("one", 10), provider("other", 10)));

    assertThat(finder.find(InstalledModels.of("words", Task.EMBEDDING, "onnx")).name())
        .isEqualTo("one");
  }

  @Test
  void namesTheVariantThatCanBeRun() {
    EngineFinder finder = new EngineFinder(List.of(new RecordingEngines()));

    assertThatThrownBy(
            () -> finder.find(InstalledModels.of("words", Task.EMBEDDING, "gguf", "onnx")))
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("\"words:gguf\" (gguf, bert)")
        .hasMessageContaining("use the variant \"words:onnx\"");
  }

  @Test
  void withoutAnyEngineSaysWhichArtifactToAdd() {
    EngineFinder finder = new EngineFinder(List.of());

    assertThatThrownBy(() -> finder.find(InstalledModels.of("words", Task.EMBEDDING, "onnx")))
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("add an engine for the format onnx, such as dev.larder:models-onnx");
  }

  @Test
  void findsTheEnginesThatJarsOffer(@TempDir Path jar) throws Exception {
    Path services = Files.createDirectories(jar.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(EngineProvider.class.getName()), RecordingEngines.class.getName());

    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
      assertThat(EngineFinder.onClassPath(loader).providers())
          .extracting(EngineProvider::name)
          .contains("recording");
    }
  }
}
