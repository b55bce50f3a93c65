package dev.larder.core.manifest;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * What the code of one jar declares.
 *
 * @param uses sorted, without repetitions
 * @param definitions models of its own, sorted by name
 * @param aliases further names of models, sorted
 * @param origin where it was read from, for messages; empty where it was not read
 */
public record Manifest(
    List<ModelUse> uses,
    List<ModelDefinition> definitions,
    List<AliasDefinition> aliases,
    String origin) {

  /** Where a manifest lies in a jar. */
  public static final String PATH = "META-INF/larder/models.json";

  public Manifest {
    uses = List.copyOf(new TreeSet<>(uses));
    definitions =
        definitions.stream()
            .sorted(Comparator.comparing(definition -> definition.model().name()))
            .toList();
    aliases = aliases.stream().sorted(Comparator.comparing(AliasDefinition::name)).toList();
  }

  /** A manifest that defines nothing. */
  public static Manifest of(Collection<ModelUse> uses) {
    return new Manifest(List.copyOf(uses), List.of(), List.of(), "");
  }

  /** The same, read from a place. */
  public Manifest from(String place) {
    return new Manifest(uses, definitions, aliases, place);
  }

  /** The jar or folder that it lies in, for messages. */
  public String place() {
    int end = origin.indexOf(PATH);
    return end < 1 ? origin : origin.substring(0, end - 1).replaceFirst("!$", "");
  }

  /** Whether it says nothing at all. */
  public boolean isEmpty() {
    return uses.isEmpty() && definitions.isEmpty() && aliases.isEmpty();
  }

  /**
   * Where the one name of a definition or alias lies in a jar, for compilers that look it up. Not
   * below META-INF: in jars javac sees only folders that could be packages.
   */
  public static String pathOfName(String name) {
    return "larder/names/" + name + ".json";
  }
}
