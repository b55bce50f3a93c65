package dev.larder.core.project;

import dev.larder.api.ConflictingDeclarationsException;
import dev.larder.api.ConflictingDeclarationsException.Place;
import dev.larder.api.ModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Selector;
import dev.larder.core.manifest.AliasDefinition;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts the models and names together that several manifests define. */
final class Definitions {

  private static final String OTHER_NAME =
      "give one of them another name, or define it in the application, whose definition goes first";
  private static final String ONE_DEFINES =
      "let one module define the name; the others only use it";

  private final Catalog builtIn;
  private final Map<String, CatalogModel> models = new LinkedHashMap<>();
  private final Map<String, Selector> aliases = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Integer> distances = new HashMap<>();
  private final List<ModelException> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  Definitions(Catalog builtIn) {
    this.builtIn = builtIn;
  }

  /** The models that a manifest defines. */
  void addModels(PlacedManifest placed) {
    placed.manifest().definitions().forEach(definition -> add(definition, placed));
  }

  private void add(ModelDefinition definition, PlacedManifest placed) {
    CatalogModel model = definition.model();
    String name = model.name();
    Place place =
        new Place(
            placed.manifest().place(),
            "it is defined with " + model.defaultVariant().source().text() + revision(model));
    CatalogModel known = models.putIfAbsent(name, model);
    if (known == null) {
      places.put(name, place);
      distances.put(name, placed.distance());
    } else if (!known.equals(model)) {
      Place first = Objects.requireNonNull(places.get(name));
      if (Objects.requireNonNull(distances.get(name)) < placed.distance()) {
        warnings.add(
            "\"%s\" is defined in %s and otherwise in %s; the first decides"
                .formatted(name, first.where(), place.where()));
      } else {
        problems.add(new ConflictingDeclarationsException(name, first, place, OTHER_NAME));
      }
    }
  }

  private static String revision(CatalogModel model) {
    String revision = model.defaultVariant().revision();
    return revision == null ? "" : ", revision " + revision;
  }

  /** A further name, from a manifest. */
  void add(AliasDefinition alias, Manifest manifest) {
    String name = alias.name();
    Place place = new Place(manifest.place(), "it stands for " + alias.model());
    if (alias.model().equals(aliases.get(name))) {
      return;
    }
    Place first = places.get(name);
    if (first == null && builtIn.knows(name)) {
      first = new Place("the catalog", "it is a model");
    }
    if (first != null) {
      problems.add(new ConflictingDeclarationsException(name, first, place, ONE_DEFINES));
      return;
    }
    aliases.put(name, alias.model());
    places.put(name, place);
  }

  List<ModelException> problems() {
    return problems;
  }

  List<String> warnings() {
    return warnings;
  }

  /** The catalog with everything that was added and can stand. */
  Catalog catalog() {
    Catalog withModels = builtIn.with(models.values(), Map.of());
    Map<String, Selector> sound = new LinkedHashMap<>();
    aliases.forEach(
        (name, model) -> {
          try {
            withModels.select(model.text());
            sound.put(name, model);
          } catch (ModelException e) {
            problems.add(e);
          }
        });
    return withModels.with(List.of(), sound);
  }
}
