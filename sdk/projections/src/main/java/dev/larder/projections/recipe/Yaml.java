package dev.larder.projections.recipe;

import java.util.List;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** The tree of a YAML text, with the place of every node. */
final class Yaml {

  /** A recipe needs four. */
  private static final int MAX_DEPTH = 10;

  private Yaml() {}

  static Node tree(String text) {
    LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
    // Composing is recursive, so depth is bounded before.
    requireFlat(new Parse(settings).parseString(text));
    List<Node> documents =
        StreamSupport.stream(new Compose(settings).composeAllFromString(text).spliterator(), false)
            .limit(2)
            .toList();
    if (documents.isEmpty()) {
      throw new RecipeProblem(1, "it is empty");
    }
    if (documents.size() > 1) {
      throw RecipeProblem.at(documents.get(1), "a second document begins");
    }
    return documents.get(0);
  }

  private static void requireFlat(Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
      if (event instanceof AliasEvent) {
        throw new RecipeProblem(line, "it refers to another place; write the value out");
      }
      if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
        throw new RecipeProblem(line, "it is nested too deeply");
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
  }
}
