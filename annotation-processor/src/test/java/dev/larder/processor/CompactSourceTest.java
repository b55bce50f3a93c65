package dev.larder.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.core.manifest.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compact source files of Java 25, whose classes javac finds by no name. Its javac runs in a
 * process of its own; without a JDK 25 beside this one or in JAVA_HOME_25 there is nothing to try.
 */
class CompactSourceTest {

  private static final String IMPORTS = "import dev.larder.api.*; ";

  @TempDir private Path folder;
  private Path classes;

  @BeforeEach
  void create() throws IOException {
    assumeTrue(Files.isExecutable(javac25()), "a javac of JDK 25");
    classes = Files.createDirectories(folder.resolve("classes"));
  }

  @Test
  void aModelIsFoundWhereverItIsDeclared() throws Exception {
    String messages =
        compile(
            """
            @UsesModel("minilm") EmbeddingEngine engine;

            class Inner {
              @UsesModel("bge-small-en-v1.5") EmbeddingEngine engine;
            }

            void main() {
              new Object() {
                @UsesModel("tiny") EmbeddingEngine engine;
              };
            }
            """);

    assertThat(messages).isEmpty();
    assertThat(Files.readString(classes.resolve(Manifest.PATH)))
        .contains("\"minilm\"", "\"bge-small-en-v1.5\"", "\"tiny\"", "\"Main\"");
    assertThat(classes.resolve("Main.class")).exists();
  }

  @Test
  void aFaultIsReportedOnItsLiteral() throws Exception {
    String messages = compile("@UsesModel(\"minilmm\") EmbeddingEngine engine;\nvoid main() {}\n");

    assertThat(messages)
        .contains(
            "Main.java:1: error: [Models/UnknownModel]",
            IMPORTS + "@UsesModel(\"minilmm\") EmbeddingEngine engine;");
  }

  @Test
  void aConstantThatIsGeneratedLaterIsAnErrorThatNamesTheType() throws Exception {
    String messages =
        compile(
            "@UsesModel(Models.MINILM) EmbeddingEngine engine;\nvoid main() {}\n",
            "-Amodels.constants=Models");

    assertThat(messages)
        .contains("Main.java:1: error: [Models/NotProcessed] Main declares a model")
        .contains("write the value itself here");
  }

  private String compile(String source, String... options) throws Exception {
    Path file = Files.writeString(folder.resolve("Main.java"), IMPORTS + source);
    List<String> command =
        new ArrayList<>(
            List.of(
                javac25().toString(),
                "-proc:full",
                "-Xlint:all,-processing,-classfile",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-processor",
                ModelsProcessor.class.getName()));
    command.addAll(List.of(options));
    command.add(file.toString());
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String messages = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(javac.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return messages;
  }

  private static Path javac25() throws IOException {
    String home = System.getenv("JAVA_HOME_25");
    if (home != null) {
      return Path.of(home, "bin/javac");
    }
    Path siblings = Path.of(System.getProperty("java.home")).toRealPath().resolve("..");
    try (Stream<Path> jdks = Files.list(siblings)) {
      return jdks.filter(jdk -> jdk.getFileName().toString().contains("25"))
          .map(jdk -> jdk.resolve("bin/javac"))
          .filter(Files::isExecutable)
          .findFirst()
          .orElse(siblings.resolve("none"));
    }
  }
}
