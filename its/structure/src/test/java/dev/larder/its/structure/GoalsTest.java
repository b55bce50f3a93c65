package dev.larder.its.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the documents of the goals to the plugin's own descriptor. */
class GoalsTest {

  private static final Path PAGE = Path.of("../../docs/goals.md");

  /** What holds for every goal but help, and is said once. */
  private static final String COMMON = "Every goal";

  private static final Pattern SECTION =
      Pattern.compile("^## (.+)\\n((?:(?!## ).*\\n?)*)", Pattern.MULTILINE);

  /** A row of a table of parameters: its name, and its default if it has one. */
  private static final Pattern PARAMETER =
      Pattern.compile("^\\| `([\\w.]+)` \\|(?: `([^`]+)`)? *\\| .+ \\|$", Pattern.MULTILINE);

  @Test
  void thePageHasEveryGoalAndNoOther() throws IOException {
    assertThat(sections().keySet().stream().filter(title -> title.startsWith("models:")))
        .containsExactlyInAnyOrderElementsOf(titles());
  }

  @TestFactory
  List<DynamicTest> aGoalsSectionHasItsParametersWithTheirDefaults() throws IOException {
    Map<String, String> sections = sections();
    return PluginGoal.all().stream()
        .map(
            goal ->
                DynamicTest.dynamicTest(
                    goal.name(),
                    () -> assertThat(documented(goal, sections)).isEqualTo(goal.defaults())))
        .toList();
  }

  @TestFactory
  List<DynamicTest> everyParameterIsExplainedAndSaysSinceWhen() throws IOException {
    return PluginGoal.all().stream()
        .filter(goal -> !isHelp(goal))
        .map(
            goal ->
                DynamicTest.dynamicTest(
                    goal.name(), () -> assertThat(goal.undocumented()).isEmpty()))
        .toList();
  }

  @Test
  void theReadmesTableHasEveryGoalAndNoOther() throws IOException {
    String readme = Files.readString(Path.of("../../README.md"));
    assertThat(
            Pattern.compile("^\\| `(models:[\\w-]+)` \\|", Pattern.MULTILINE)
                .matcher(readme)
                .results()
                .map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(titles());
  }

  private static List<String> titles() throws IOException {
    return PluginGoal.all().stream().map(GoalsTest::title).toList();
  }

  private static String title(PluginGoal goal) {
    return "models:" + goal.name();
  }

  /** It is generated, and knows nothing of what the others have in common. */
  private static boolean isHelp(PluginGoal goal) {
    return goal.name().equals("help");
  }

  private static Map<String, String> documented(PluginGoal goal, Map<String, String> sections) {
    Map<String, String> documented = new LinkedHashMap<>();
    Stream.of(isHelp(goal) ? "" : COMMON, title(goal))
        .flatMap(title -> PARAMETER.matcher(sections.getOrDefault(title, "")).results())
        .forEach(row -> documented.put(row.group(1), Objects.requireNonNullElse(row.group(2), "")));
    return documented;
  }

  private static Map<String, String> sections() throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    SECTION
        .matcher(Files.readString(PAGE))
        .results()
        .forEach(section -> sections.put(section.group(1), section.group(2)));
    return sections;
  }
}
