package dev.larder.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Below {@code diagnostics} lie sources, each with what is said of it, word for word. */
class DiagnosticsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ContradictoryModel",
        "DimensionsOfAStore",
        "IncompleteModel",
        "InsecureModel",
        "NotASelector",
        "NotAnEngine",
        "PlatformModel",
        "RecordComponent",
        "RepeatedAnnotation",
        "TakenName",
        "TwoDimensions",
        "UnknownConstant",
        "UnknownName",
        "UnknownNameNearNothing",
        "UnknownVariant",
        "WrongAlias",
        "WrongAliasUse",
        "WrongDimensions",
        "WrongTask"
      })
  void everyFaultIsReportedOnceOnItsLiteral(String name) throws IOException {
    String source = resource(name + ".java");

    Compilation compilation =
        javac()
            .withProcessors(new ModelsProcessor(SmallCatalog::create))
            .compile(JavaFileObjects.forSourceString("app." + name, source));

    assertThat(rendered(compilation, source.lines().toList())).isEqualTo(resource(name + ".txt"));
  }

  private static String rendered(Compilation compilation, List<String> source) {
    return compilation.diagnostics().stream()
        .map(diagnostic -> rendered(diagnostic, source))
        .collect(Collectors.joining("\n"));
  }

  private static String rendered(
      Diagnostic<? extends JavaFileObject> diagnostic, List<String> source) {
    int line = (int) diagnostic.getLineNumber();
    int column = (int) diagnostic.getColumnNumber();
    return "%d:%d %s: %s\n%s\n%s^\n"
        .formatted(
            line,
            column,
            diagnostic.getKind().name().toLowerCase(Locale.ROOT),
            diagnostic.getMessage(Locale.ROOT),
            source.get(line - 1),
            " ".repeat(column - 1));
  }

  private static String resource(String file) throws IOException {
    try (InputStream input = DiagnosticsTest.class.getResourceAsStream("/diagnostics/" + file)) {
      return new String(Objects.requireNonNull(input, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
