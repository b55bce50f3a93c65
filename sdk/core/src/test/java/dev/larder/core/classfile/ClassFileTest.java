package dev.larder.core.classfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.InvalidFileException;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Task;
import dev.larder.core.manifest.AliasDefinition;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelUse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Class files that javac has just made. */
class ClassFileTest {

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  @TempDir private Path classes;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Use { @UsesModel(\"minilm\") EmbeddingEngine e; }",
        "class Use { Use(int first, @UsesModel(\"minilm\") EmbeddingEngine e) {} }",
        "interface Use { @UsesModel(\"minilm\") EmbeddingEngine e(); }",
        "@UsesModel(\"minilm\") enum Use { ONE }",
        "class Use { long l = 1L << 40; double d = 0.1; @UsesModel(\"minilm\") EmbeddingEngine e;"
            + " }",
        "@Deprecated @UsesModel(\"minilm\") @SuppressWarnings(\"none\") class Use {}"
      })
  void aUseIsFoundWhereverItStands(String source) throws IOException {
    assertThat(compiled(source).uses()).containsExactly(new ClassFile.Use("minilm", 0));
  }

  @Test
  void aLengthBelongsToTheUseBesideIt() throws IOException {
    ClassFile read =
        compiled(
            """
            class Use {
              @UsesModel("minilm") @Dimensions(384) EmbeddingEngine one;
              @UsesModel("bge-small") EmbeddingEngine other;
              @Dimensions(12) Object store;
            }
            """);

    assertThat(read.uses())
        .containsExactlyInAnyOrder(
            new ClassFile.Use("minilm", 384), new ClassFile.Use("bge-small", 0));
  }

  @Test
  void namesAreFoundAloneAndTogether() throws IOException {
    ClassFile read =
        compiled(
            """
            @ModelAlias(name = "one", model = "minilm")
            @ModelAlias(name = "other", model = "minilm")
            @DefinesModel(name = "own", source = "mvn:com.acme:embed:1:gguf", format = "gguf",
                architecture = "bert", files = @DefinesModel.File(path = "embed.gguf"),
                dimensions = 384, maxTokens = 512, pooling = "mean", licence = "MIT")
            class Use {}
            """);

    assertThat(read.aliases()).containsExactlyInAnyOrder("one", "other");
    assertThat(read.models()).containsExactly("own");
  }

  @Test
  void whatOnlySpeaksOfTheAnnotationsDeclaresNothing() throws IOException {
    ClassFile read =
        compiled(
            """
            class Use {
              @Deprecated String text = "Ldev/larder/api/UsesModel; minilm";
              void read(UsesModel annotation) {
                @SuppressWarnings("unused") Object local = annotation.value();
              }
            }
            """);

    assertThat(read.isIn(List.of())).isTrue();
  }

  @Test
  void itIsSaidWhereAnyClassOfTheModuleSaysIt() throws IOException {
    ClassFile read = compiled("class Use { @UsesModel(\"minilm\") EmbeddingEngine e; }");

    assertThat(read.isIn(List.of())).isFalse();
    assertThat(read.isIn(List.of(manifest("bge-small", 0)))).isFalse();
    assertThat(read.isIn(List.of(manifest("bge-small", 0), manifest("minilm", 0)))).isTrue();
  }

  @Test
  void aLengthHasToBeSaidToo() throws IOException {
    ClassFile read =
        compiled("class Use { @UsesModel(\"nomic\") @Dimensions(256) EmbeddingEngine e; }");

    assertThat(read.isIn(List.of(manifest("nomic", 0)))).isFalse();
    assertThat(read.isIn(List.of(manifest("nomic", 256)))).isTrue();
  }

  @Test
  void aNameHasToBeDefined() throws IOException {
    ClassFile read = compiled("@ModelAlias(name = \"one\", model = \"minilm\") class Use {}");
    AliasDefinition alias = new AliasDefinition("one", Selector.parse("minilm"), "Use");

    assertThat(read.isIn(List.of(manifest("one", 0)))).isFalse();
    assertThat(read.isIn(List.of(new Manifest(List.of(), List.of(), List.of(alias), "")))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Use.java, JAVA",
    "Use.kt, KOTLIN",
    "Use.groovy, GROOVY",
    "Use.scala, SCALA",
    "Use.xtend, JAVA"
  })
  void itsSourceTellsItsLanguage(String file, Language language) throws IOException {
    byte[] bytes = compile(file, "@UsesModel(\"minilm\") class Use {}");

    assertThat(read(bytes).language()).isEqualTo(language);
  }

  @Test
  void kotlinsMetadataTellsItWithoutASource() throws IOException {
    byte[] bytes =
        compile(
            "Use.java",
            "import kotlin.Metadata; @Metadata @UsesModel(\"minilm\") class Use {}",
            "package kotlin; @java.lang.annotation.Retention("
                + "java.lang.annotation.RetentionPolicy.RUNTIME) public @interface Metadata {}");

    assertThat(read(bytes).language()).isEqualTo(Language.KOTLIN);
  }

  @Test
  void aFileThatWasCutOffIsAClearError() throws IOException {
    byte[] bytes = compile("Use.java", "class Use { @UsesModel(\"minilm\") EmbeddingEngine e; }");
    int spoken = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Ldev/larder/api/");

    for (int length = spoken + 30; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> read(cut))
          .isInstanceOf(InvalidFileException.class)
          .hasMessageContaining("Use.class")
          .hasMessageContaining("it is no class file");
    }
  }

  @Test
  void aFileThatDoesNotSpeakOfLarderNeedNotBeAClass() throws IOException {
    assertThat(read("text".getBytes(StandardCharsets.UTF_8)).uses()).isEmpty();
  }

  private static Manifest manifest(String model, int dimensions) {
    return Manifest.of(List.of(new ModelUse(model, Task.EMBEDDING, dimensions, "com.acme.Other")));
  }

  private ClassFile compiled(String source) throws IOException {
    return read(compile("Use.java", source));
  }

  private static ClassFile read(byte[] bytes) throws IOException {
    return ClassFile.read(new ByteArrayInputStream(bytes), "Use.class");
  }

  private byte[] compile(String file, String... sources) throws IOException {
    try (StandardJavaFileManager manager = JAVAC.getStandardFileManager(null, null, null)) {
      List<Source> units =
          Arrays.stream(sources)
              .map(source -> new Source(file, source.replaceFirst("^(?!package)", IMPORT)))
              .toList();
      List<String> options =
          List.of(
              "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
      assertThat(JAVAC.getTask(null, manager, null, options, null, units).call()).isTrue();
    }
    return Files.readAllBytes(classes.resolve("Use.class"));
  }

  private static final String IMPORT = "import dev.larder.api.*; ";

  /** A source file of any name. */
  private static final class Source extends SimpleJavaFileObject {

    private final String content;

    Source(String file, String content) {
      super(URI.create("string:///" + file), JavaFileObject.Kind.SOURCE);
      this.content = content;
    }

    @Override
    public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
      return true;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return content;
    }
  }
}
