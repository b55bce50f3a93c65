package dev.larder.its.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds what the documents show and name to what is there. */
class DocumentsTest {

  private static final Path ROOT = Path.of("../..");

  /** A line {@code <!-- snippet: path#name -->}, and the code block behind it. */
  private static final Pattern SNIPPET =
      Pattern.compile("<!-- snippet: (\\S+)#(\\S+) -->\\n```\\w*\\n(.*?)```", Pattern.DOTALL);

  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");

  @TestFactory
  List<DynamicTest> aSnippetIsTheCodeThatIsCompiled() throws IOException {
    List<DynamicTest> tests =
        documents().stream()
            .flatMap(
                document ->
                    SNIPPET
                        .matcher(read(document))
                        .results()
                        .map(
                            snippet ->
                                DynamicTest.dynamicTest(
                                    document + "#" + snippet.group(2), () -> check(snippet))))
            .toList();
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private static void check(MatchResult snippet) {
    String code = read(ROOT.resolve(snippet.group(1)));
    int start = code.indexOf("snippet: " + snippet.group(2));
    assertThat(start).as("%s has no such snippet", snippet.group(1)).isNotNegative();
    int begin = code.indexOf('\n', start) + 1;
    int end = code.lastIndexOf('\n', code.indexOf("end of snippet", begin)) + 1;
    // The last line break would count as a line without indent.
    String lines = code.substring(begin, end).stripTrailing();
    assertThat(snippet.group(3)).isEqualTo(lines.stripIndent() + "\n");
  }

  @TestFactory
  List<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
    return documents().stream()
        .flatMap(
            document ->
                LINK.matcher(read(document))
                    .results()
                    .map(link -> document.resolveSibling(link.group(1)))
                    .map(
                        target ->
                            DynamicTest.dynamicTest(
                                document + " to " + target, () -> assertThat(target).exists())))
        .toList();
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"));
        Stream<Path> top = Files.list(ROOT)) {
      return Stream.concat(pages, top).filter(page -> page.toString().endsWith(".md")).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
