package dev.larder.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.larder.core.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class ModelsProcessorTest {

  private static final JavaFileObject WITH_A_MODEL =
      JavaFileObjects.forSourceString(
          "app.Use", "package app; @dev.larder.api.UsesModel(\"minilm\") class Use {}");
  private static final JavaFileObject WITHOUT =
      JavaFileObjects.forSourceString("app.Plain", "package app; class Plain {}");

  @Test
  void theCatalogIsNotReadWhereNoModelIsDeclared() {
    assertThat(compile(fault(new AssertionError("read")), WITHOUT).diagnostics()).isEmpty();
  }

  @Test
  void aFaultInLarderIsOneErrorThatSaysWhatHappened() {
    Compilation compilation =
        compile(fault(new IllegalStateException("no such thing")), WITH_A_MODEL, WITHOUT);

    assertThat(compilation.diagnostics())
        .singleElement()
        .asString()
        .contains(
            "Larder's annotation processor failed: java.lang.IllegalStateException: no such thing",
            "At: dev.larder.processor.ModelsProcessorTest",
            "report it");
  }

  @Test
  void aLibraryThatIsMissingBesideTheProcessorIsOneError() {
    assertThat(
            compile(fault(new NoClassDefFoundError("com/fasterxml/Missing")), WITH_A_MODEL)
                .diagnostics())
        .singleElement()
        .asString()
        .contains("NoClassDefFoundError: com/fasterxml/Missing");
  }

  @Test
  void otherProcessorsSeeTheAnnotationToo() {
    assertThat(new ModelsProcessor().getSupportedAnnotationTypes()).containsExactly("*");
    assertThat(compile(SmallCatalog::create, WITH_A_MODEL).diagnostics()).isEmpty();
  }

  @Test
  void javacFindsTheProcessorAsAService() {
    assertThat(ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::type))
        .contains(ModelsProcessor.class);
  }

  @Test
  void gradleIsToldThatOneFileIsMadeOfManyClasses() throws IOException {
    try (InputStream input =
        ModelsProcessor.class.getResourceAsStream(
            "/META-INF/gradle/incremental.annotation.processors")) {
      assertThat(
              new String(Objects.requireNonNull(input).readAllBytes(), StandardCharsets.UTF_8)
                  .strip())
          .isEqualTo(ModelsProcessor.class.getName() + ",aggregating");
    }
  }

  private static Compilation compile(Supplier<Catalog> catalog, JavaFileObject... sources) {
    return javac().withProcessors(new ModelsProcessor(catalog)).compile(sources);
  }

  private static Supplier<Catalog> fault(RuntimeException fault) {
    return () -> {
      throw fault;
    };
  }

  private static Supplier<Catalog> fault(Error fault) {
    return () -> {
      throw fault;
    };
  }
}
