package dev.larder.projections.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A map of a recipe.
 *
 * @param line where it begins
 * @param values by their keys, in the order of the text
 */
record YamlMap(int line, Map<String, Node> values) {

  static YamlMap of(Node node, String what) {
    if (!(node instanceof MappingNode mapping)) {
      throw RecipeProblem.at(node, what + " is not a map");
    }
    Map<String, Node> values = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw RecipeProblem.at(entry.getKeyNode(), "a key of %s is not a text".formatted(what));
      }
      if (values.put(key.getValue(), entry.getValueNode()) != null) {
        throw RecipeProblem.at(key, "\"%s\" is there twice".formatted(key.getValue()));
      }
    }
    return new YamlMap(RecipeProblem.line(node), values);
  }

  void requireOnly(Set<String> known) {
    for (Map.Entry<String, Node> entry : values.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw RecipeProblem.at(
            entry.getValue(), "\"%s\" is not one of %s".formatted(entry.getKey(), sorted(known)));
      }
    }
  }

  private static List<String> sorted(Set<String> known) {
    return known.stream().sorted().toList();
  }

  Optional<Node> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Node require(String key) {
    return find(key).orElseThrow(() -> new RecipeProblem(line, "\"%s\" is missing".formatted(key)));
  }

  static String text(Node node, String what) {
    if (node instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.STR)
        && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw RecipeProblem.at(node, what + " is not a text");
  }

  static int integer(Node node, String what, int least, int most) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)) {
      try {
        int number = Integer.parseInt(scalar.getValue());
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw outside(node, what, least, most);
      }
    }
    throw outside(node, what, least, most);
  }

  private static RecipeProblem outside(Node node, String what, int least, int most) {
    return RecipeProblem.at(
        node, "%s is not an integer from %d to %d".formatted(what, least, most));
  }

  /** A number above 0. */
  static double positive(Node node, String what) {
    if (node instanceof ScalarNode scalar
        && (scalar.getTag().equals(Tag.FLOAT) || scalar.getTag().equals(Tag.INT))) {
      try {
        double number = Double.parseDouble(scalar.getValue());
        if (number > 0 && number <= Float.MAX_VALUE) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw RecipeProblem.at(node, what + " is not a number above 0");
      }
    }
    throw RecipeProblem.at(node, what + " is not a number above 0");
  }

  static List<Integer> integers(Node node, String what, int most) {
    if (!(node instanceof SequenceNode sequence)) {
      throw RecipeProblem.at(node, what + " is not a list");
    }
    List<Integer> numbers = new ArrayList<>();
    for (Node element : sequence.getValue()) {
      numbers.add(integer(element, "a number of " + what, 1, most));
    }
    return numbers;
  }
}
