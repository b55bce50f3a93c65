package dev.larder.projections.recipe;

import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Makes a recipe of version 1 one of version 2: the version's number is replaced, and the first
 * number of every list of layers is taken out. The rest of the text, with its comments and blanks,
 * stays as it is.
 */
final class RecipeUpgrade {

  private final String old;
  private final StringBuilder text = new StringBuilder();

  /** How much of the old text is dealt with. */
  private int done;

  private RecipeUpgrade(String old) {
    this.old = old;
  }

  static String upgrade(String text) {
    RecipeUpgrade upgrade = new RecipeUpgrade(text);
    YamlMap root = YamlMap.of(Yaml.tree(text), "the recipe");
    Node version = root.require("version");
    Node projections = root.require("projections");
    if (upgrade.begin(version) < upgrade.begin(projections)) {
      upgrade.replaceVersion(version);
      upgrade.shorten(projections);
    } else {
      upgrade.shorten(projections);
      upgrade.replaceVersion(version);
    }
    return upgrade.text.append(text, upgrade.done, text.length()).toString();
  }

  private void replaceVersion(Node version) {
    skip(begin(version), end(version));
    text.append(Recipe.NEWEST);
  }

  private void shorten(Node projections) {
    for (Node projection : YamlMap.of(projections, "projections").values().values()) {
      SequenceNode layers = (SequenceNode) YamlMap.of(projection, "it").require("layers");
      Node input = layers.getValue().get(0);
      if (layers.getFlowStyle() == FlowStyle.BLOCK) {
        skipItem(input);
      } else {
        skip(begin(input), end(input));
        int comma = comma(end(input));
        skip(comma, blanks(comma + 1));
      }
    }
  }

  /** The number, its dash and, where nothing else stands there, the line. */
  private void skipItem(Node input) {
    int dash = begin(input);
    while (old.charAt(dash) != '-') {
      dash--;
      if (!Character.isWhitespace(old.charAt(dash)) && old.charAt(dash) != '-') {
        throw RecipeProblem.at(input, "put the number behind its dash, so that it can be upgraded");
      }
    }
    int line = old.lastIndexOf('\n', dash) + 1;
    int end = blanks(end(input));
    int next = old.startsWith("\r\n", end) ? end + 2 : end + 1;
    boolean alone = old.charAt(next - 1) == '\n' && old.substring(line, dash).isBlank();
    skip(alone ? line : dash, alone ? next : end);
  }

  /** The first comma that is not in a comment. */
  private int comma(int from) {
    int i = from;
    while (old.charAt(i) != ',') {
      i = old.charAt(i) == '#' ? old.indexOf('\n', i) : i + 1;
    }
    return i;
  }

  private int blanks(int from) {
    int i = from;
    while (i < old.length() && (old.charAt(i) == ' ' || old.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  private void skip(int begin, int end) {
    text.append(old, done, begin);
    done = end;
  }

  private int begin(Node node) {
    return index(node.getStartMark().orElseThrow());
  }

  private int end(Node node) {
    return index(node.getEndMark().orElseThrow());
  }

  /** Marks count code points. */
  private int index(Mark mark) {
    return old.offsetByCodePoints(0, mark.getIndex());
  }
}
