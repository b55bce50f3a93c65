package dev.larder.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/**
 * Everything about models that the compiled code says.
 *
 * @param uses of models
 * @param lengths that stand beside no use
 * @param models that are defined
 * @param aliases that are defined
 */
record CompiledCode(
    List<Declaration> uses,
    List<LoneLength> lengths,
    List<Definition> models,
    List<Definition> aliases) {

  /** One that more can be added to. */
  static CompiledCode empty() {
    return new CompiledCode(
        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  void add(CompiledCode other) {
    uses.addAll(other.uses);
    lengths.addAll(other.lengths);
    models.addAll(other.models);
    aliases.addAll(other.aliases);
  }

  boolean isEmpty() {
    return uses.isEmpty() && lengths.isEmpty() && models.isEmpty() && aliases.isEmpty();
  }

  /** What the manifest is made of. */
  Element[] elements() {
    return Stream.concat(
            uses.stream().map(use -> use.place().element()),
            Stream.concat(models.stream(), aliases.stream())
                .map(definition -> definition.fields().place("name").element()))
        .distinct()
        .toArray(Element[]::new);
  }
}
