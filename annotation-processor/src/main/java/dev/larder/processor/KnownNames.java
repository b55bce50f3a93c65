package dev.larder.processor;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Selector;
import dev.larder.core.manifest.AliasDefinition;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What names mean: in the catalog, in this module, and in the jars on its class path. */
final class KnownNames {

  private final Catalog builtIn;
  private final DependencyNames dependencies;
  private final Map<String, ModelDefinition> models = new TreeMap<>();
  private final Map<String, AliasDefinition> aliases = new TreeMap<>();

  KnownNames(Catalog builtIn, DependencyNames dependencies) {
    this.builtIn = builtIn;
    this.dependencies = dependencies;
  }

  void define(ModelDefinition definition) {
    models.putIfAbsent(definition.model().name(), definition);
  }

  void define(AliasDefinition alias) {
    aliases.putIfAbsent(alias.name(), alias);
  }

  /** Looks a selector's name up in the jars, if it is not known otherwise. */
  void need(String selector) {
    String name;
    try {
      name = Selector.parse(selector).name();
    } catch (IllegalArgumentException e) {
      return;
    }
    if (!isKnown(name)) {
      dependencies.find(name).ifPresent(this::add);
    }
  }

  private void add(Manifest manifest) {
    manifest.definitions().forEach(this::define);
    for (AliasDefinition alias : manifest.aliases()) {
      define(alias);
      need(alias.model().text());
    }
  }

  boolean isKnown(String name) {
    return builtIn.knows(name) || models.containsKey(name) || aliases.containsKey(name);
  }

  boolean isInCatalog(String name) {
    return builtIn.knows(name);
  }

  boolean isAlias(String name) {
    return aliases.containsKey(name);
  }

  /** Every model by its name. */
  Catalog models() {
    return builtIn.with(models.values().stream().map(ModelDefinition::model).toList(), Map.of());
  }

  /** Every model by every name. */
  Catalog catalog() {
    List<CatalogModel> own = models.values().stream().map(ModelDefinition::model).toList();
    Map<String, Selector> targets = new TreeMap<>();
    for (AliasDefinition alias : aliases.values()) {
      if (builtIn.knows(alias.model().name()) || models.containsKey(alias.model().name())) {
        targets.put(alias.name(), alias.model());
      }
    }
    return builtIn.with(own, targets);
  }
}
