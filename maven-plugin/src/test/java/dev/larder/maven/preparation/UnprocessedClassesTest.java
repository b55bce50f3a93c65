package dev.larder.maven.preparation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.NotProcessedException;
import dev.larder.api.UsesModel;
import dev.larder.core.catalog.Task;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelUse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnprocessedClassesTest {

  @TempDir private Path classes;

  @Test
  void aClassThatDeclaresAModelIsFoundAndToldWithWhatToAdd() throws IOException {
    add(Declaring.class);

    assertThatThrownBy(() -> without().requireNone())
        .isInstanceOf(NotProcessedException.class)
        .hasMessageContaining(Declaring.class.getName() + " declares a model")
        .hasMessageContaining("<artifactId>models-processor</artifactId>");
  }

  @Test
  void aManifestOfOtherModelsDoesNotHideIt() throws IOException {
    add(Declaring.class);

    assertThatThrownBy(() -> with("tiny").requireNone())
        .isInstanceOf(NotProcessedException.class)
        .hasMessageContaining(Declaring.class.getName() + " declares a model");
  }

  @Test
  void aModelThatTheManifestNamesIsProcessed() throws IOException {
    add(Declaring.class);

    assertThatCode(() -> with("minilm").requireNone()).doesNotThrowAnyException();
  }

  @Test
  void aClassThatOnlySpeaksOfTheAnnotationIsNone() throws IOException {
    add(Speaking.class);
    Files.writeString(classes.resolve("notes.txt"), "Ldev/larder/api/UsesModel; RuntimeVisible");

    assertThatCode(() -> without().requireNone()).doesNotThrowAnyException();
  }

  @Test
  void noClassesAreNone() {
    UnprocessedClasses missing =
        new UnprocessedClasses(classes.resolve("missing"), List.of(), new CompilerSetup(""));

    assertThatCode(missing::requireNone).doesNotThrowAnyException();
  }

  private UnprocessedClasses without() {
    return new UnprocessedClasses(classes, List.of(), new CompilerSetup(""));
  }

  private UnprocessedClasses with(String model) {
    Manifest manifest =
        Manifest.of(List.of(new ModelUse(model, Task.EMBEDDING, "com.acme.Search")));
    return new UnprocessedClasses(classes, List.of(manifest), new CompilerSetup(""));
  }

  private void add(Class<?> type) throws IOException {
    String path = type.getName().replace('.', '/') + ".class";
    Path file = classes.resolve(path);
    Files.createDirectories(file.getParent());
    try (InputStream input =
        Objects.requireNonNull(type.getClassLoader().getResourceAsStream(path))) {
      Files.copy(input, file);
    }
  }

  interface Declaring {
    @UsesModel("minilm")
    EmbeddingEngine engine();
  }

  interface Speaking {
    String model(UsesModel annotation);
  }
}
