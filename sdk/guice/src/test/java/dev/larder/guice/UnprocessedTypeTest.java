package dev.larder.guice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.manifest.Manifest;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said depends on what the class was compiled with, and on what lies beside it. */
class UnprocessedTypeTest {

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  @TempDir private Path classes;

  @Test
  void javaIsToldToNameTheProcessor() throws Exception {
    assertThat(saidOf("Search.java"))
        .contains("Search declares a model", "<annotationProcessorPaths>");
  }

  @Test
  void javaBesideClassesThatWereProcessedIsToldOtherwise() throws Exception {
    Path manifest = classes.resolve(Manifest.PATH);
    Files.createDirectories(manifest.getParent());
    Files.writeString(manifest, "{}");

    assertThat(saidOf("Search.java"))
        .contains("although classes beside it were compiled with it", "run mvn clean compile")
        .doesNotContain("<annotationProcessorPaths>");
  }

  @Test
  void kotlinIsToldItsOwnWay() throws Exception {
    assertThat(saidOf("Search.kt"))
        .contains("Search declares a model", "Kotlin's compiler", "<goal>kapt</goal>");
  }

  private String saidOf(String sourceFile) throws IOException, ClassNotFoundException {
    compile(sourceFile);
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, UnprocessedTypeTest.class.getClassLoader())) {
      Class<?> type = Class.forName("Search", false, loader);
      return String.valueOf(new UnprocessedType(type).notProcessed().getMessage());
    }
  }

  private void compile(String sourceFile) throws IOException {
    try (StandardJavaFileManager manager = JAVAC.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
      assertThat(
              JAVAC
                  .getTask(null, manager, null, options, null, List.of(new Source(sourceFile)))
                  .call())
          .isTrue();
    }
  }

  /** A source file of any name. */
  private static final class Source extends SimpleJavaFileObject {

    Source(String file) {
      super(URI.create("string:///" + file), JavaFileObject.Kind.SOURCE);
    }

    @Override
    public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
      return true;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return "class Search { @dev.larder.api.UsesModel(\"words\") dev.larder.api.EmbeddingEngine e;"
          + " }";
    }
  }
}
