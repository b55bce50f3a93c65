package dev.larder.processor;

import dev.larder.api.ModelException;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Selector;
import dev.larder.core.manifest.AliasDefinition;
import dev.larder.core.manifest.ModelDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes names known that the compiled code defines, and reports those that cannot stand. */
final class DefinitionCheck {

  private static final String OWN_NAME =
      "take a name of your own, for instance one that begins with your organisation's";

  private final KnownNames names;
  private final Diagnostics diagnostics;

  /** Who defines a name in this module. */
  private final Map<String, String> definedBy = new HashMap<>();

  DefinitionCheck(KnownNames names, Diagnostics diagnostics) {
    this.names = names;
    this.diagnostics = diagnostics;
  }

  /** A definition of a class that is not compiled this time. */
  void keep(ModelDefinition definition) {
    definedBy.put(definition.model().name(), definition.type());
    names.define(definition);
  }

  /** An alias of a class that is not compiled this time. */
  void keep(AliasDefinition alias) {
    definedBy.put(alias.name(), alias.type());
    names.define(alias);
  }

  /** The models that are defined; before any alias is looked at. */
  List<ModelDefinition> models(List<Definition> definitions) {
    List<ModelDefinition> models = new ArrayList<>();
    for (Definition definition : definitions) {
      Optional<CatalogModel> read = new DefinitionReader(diagnostics).read(definition.fields());
      if (isFree(definition) && read.isPresent()) {
        ModelDefinition model = new ModelDefinition(read.get(), definition.type());
        models.add(model);
        names.define(model);
      }
    }
    return models;
  }

  /** The aliases that are defined. */
  List<AliasDefinition> aliases(List<Definition> definitions) {
    List<AliasDefinition> aliases = new ArrayList<>();
    for (Definition definition : definitions) {
      if (definition.fields().isComplete("name", "model") && isSound(definition)) {
        aliases.add(
            new AliasDefinition(
                definition.fields().text("name"),
                Selector.parse(definition.fields().text("model")),
                definition.type()));
      }
    }
    aliases.forEach(names::define);
    return aliases;
  }

  private boolean isSound(Definition definition) {
    AnnotationFields fields = definition.fields();
    String name = fields.text("name");
    Faults faults = new Faults(diagnostics, name);
    DefinitionReader.requireName(fields, faults, name);
    boolean free = isFree(definition);
    return isModel(fields, faults) && free && !faults.any();
  }

  private boolean isModel(AnnotationFields fields, Faults faults) {
    String model = fields.text("model");
    names.need(model);
    try {
      names.models().select(model);
      return true;
    } catch (ModelException e) {
      String target = model.replaceFirst("[:@].*", "");
      if (names.isAlias(target)
          || (definedBy.containsKey(target) && !names.models().knows(target))) {
        faults.add(
            fields,
            "model",
            "\"%s\" is an alias itself".formatted(target),
            "name the model that it stands for");
      } else {
        diagnostics.error(fields.place("model"), e);
      }
      return false;
    }
  }

  /** Whether nobody else has the name; reported otherwise. */
  private boolean isFree(Definition definition) {
    AnnotationFields fields = definition.fields();
    String name = fields.text("name");
    Faults faults = new Faults(diagnostics, name);
    faults.unless(
        !names.isInCatalog(name), fields, "name", "the catalog has this name already", OWN_NAME);
    String other = definedBy.putIfAbsent(name, definition.type());
    faults.unless(
        other == null,
        fields,
        "name",
        "%s defines it already".formatted(other),
        "define it once in a module");
    return !faults.any();
  }
}
