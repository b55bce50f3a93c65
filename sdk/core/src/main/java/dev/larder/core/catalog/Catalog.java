package dev.larder.core.catalog;

import dev.larder.api.Engine;
import dev.larder.api.UnknownModelException;
import dev.larder.api.WrongTaskException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The models that are known by name. Immutable. */
public final class Catalog {

  /** Longer selectors are cut before near names are looked for, which takes time of its square. */
  private static final int MAX_ASKED = 100;

  private final List<CatalogModel> models;
  private final SortedMap<String, Name> names = new TreeMap<>();

  private final Map<String, Selector> aliases;

  /** What a name stands for. */
  private record Name(CatalogModel model, @Nullable String variant, @Nullable String revision) {}

  private Catalog(Collection<CatalogModel> models, Map<String, Selector> aliases) {
    this.models = models.stream().sorted(Comparator.comparing(CatalogModel::name)).toList();
    for (CatalogModel model : this.models) {
      add(model.name(), new Name(model, null, null));
      for (Map.Entry<String, String> alias : model.aliases().entrySet()) {
        add(alias.getKey(), new Name(model, alias.getValue(), null));
      }
    }
    this.aliases = Map.copyOf(aliases);
    Map<String, Name> meanings = new TreeMap<>();
    aliases.forEach((alias, selector) -> meanings.put(alias, meaning(selector)));
    meanings.forEach(this::add);
  }

  private Name meaning(Selector selector) {
    Selection selection = select(selector.text());
    Selector key = selection.key();
    return new Name(selection.model(), key.variant(), key.revision());
  }

  private void add(String name, Name meaning) {
    if (names.putIfAbsent(name, meaning) != null) {
      throw new IllegalArgumentException("\"%s\" names two models".formatted(name));
    }
    String variant = meaning.variant();
    if (variant != null && meaning.model().variant(variant).isEmpty()) {
      throw new IllegalArgumentException(
          "\"%s\" stands for the variant %s, which does not exist".formatted(name, variant));
    }
  }

  /** The catalog that is shipped with Larder. */
  public static Catalog builtIn() {
    return CatalogReader.readBuiltIn();
  }

  /**
   * A catalog of other models.
   *
   * @throws IllegalArgumentException if two models share a name or alias
   */
  public static Catalog of(Collection<CatalogModel> models) {
    return new Catalog(models, Map.of());
  }

  /**
   * This catalog and more. A model goes before one of the same name, or of an alias of that name,
   * that is here already.
   *
   * @param aliases what further names stand for; none may be known already
   * @throws UnknownModelException if an alias stands for nothing that is known, or for another of
   *     these aliases
   * @throws IllegalArgumentException if a name is given twice
   */
  public Catalog with(Collection<CatalogModel> more, Map<String, Selector> aliases) {
    if (more.isEmpty() && aliases.isEmpty()) {
      return this;
    }
    Set<String> taken = more.stream().map(CatalogModel::name).collect(Collectors.toSet());
    Map<String, Selector> allAliases = new TreeMap<>(this.aliases);
    allAliases.putAll(aliases);
    return new Catalog(
        Stream.concat(
                models.stream()
                    .filter(model -> !taken.contains(model.name()))
                    .map(model -> model.withoutAliases(taken)),
                more.stream())
            .toList(),
        allAliases);
  }

  /** Whether something has this name. */
  public boolean knows(String name) {
    return names.containsKey(name);
  }

  /** All models, sorted by name. */
  public List<CatalogModel> models() {
    return models;
  }

  /**
   * Finds what a selector names.
   *
   * @param selector {@code name[:variant][@revision]}
   * @throws UnknownModelException with the nearest names, if it names nothing
   */
  public Selection select(String selector) {
    Selector asked;
    try {
      asked = Selector.parse(selector);
    } catch (IllegalArgumentException e) {
      throw unknown(selector);
    }
    Name name = names.get(asked.name());
    if (name == null) {
      throw unknown(selector);
    }
    return select(asked, name);
  }

  /**
   * Finds what a selector names, for somebody who needs an engine of a type.
   *
   * @throws UnknownModelException with the nearest names, if it names nothing
   * @throws WrongTaskException if engines of that type do not run the model
   */
  public Selection select(Class<? extends Engine> type, String selector) {
    Selection selection = select(selector);
    Task task = selection.model().task();
    if (task.engineType() != type) {
      throw new WrongTaskException(
          selector, task.word(), type.getSimpleName(), task.engineType().getSimpleName());
    }
    return selection;
  }

  private static Selection select(Selector asked, Name name) {
    String given = asked.variant();
    String id = given == null ? name.variant() : given;
    CatalogModel model = name.model();
    String revision = asked.revision() == null ? name.revision() : asked.revision();
    if (id == null) {
      return new Selection(
          new Selector(model.name(), null, revision), model, model.defaultVariant());
    }
    Variant variant =
        model
            .variant(id)
            .orElseThrow(
                () ->
                    new UnknownModelException(
                        model.name(), id, model.variants().stream().map(Variant::id).toList()));
    boolean chosen = given != null || !model.isDefault(variant);
    return new Selection(new Selector(model.name(), chosen ? id : null, revision), model, variant);
  }

  private UnknownModelException unknown(String selector) {
    String asked = selector.length() > MAX_ASKED ? selector.substring(0, MAX_ASKED) : selector;
    return new UnknownModelException(asked, NearestNames.of(asked, names.keySet()));
  }
}
