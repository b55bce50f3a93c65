package dev.larder.core.catalog;

import dev.larder.api.EmbeddingRequest;
import dev.larder.api.TextRole;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One model of the catalog.
 *
 * @param name what a person calls it
 * @param aliases other names, sorted, each with the variant that it selects
 * @param description one line for people
 * @param task what it does
 * @param dimensions the length of its vectors; 0 where it gives none
 * @param matryoshka shorter lengths that its vectors may be cut to, longest first
 * @param normalised whether its vectors have the length 1
 * @param queryPrefix what is put before a query
 * @param documentPrefix what is put before a document
 * @param gated whether its terms have to be accepted on the hub before it can be fetched
 * @param variants the default first; where that is made for a platform, the first one that suits a
 *     machine is its default
 */
public record CatalogModel(
    String name,
    Map<String, String> aliases,
    String description,
    Task task,
    int dimensions,
    List<Integer> matryoshka,
    boolean normalised,
    String queryPrefix,
    String documentPrefix,
    boolean gated,
    List<Variant> variants) {

  public CatalogModel {
    aliases = Collections.unmodifiableSortedMap(new TreeMap<>(aliases));
    matryoshka = List.copyOf(matryoshka);
    variants = List.copyOf(variants);
    if (variants.isEmpty()) {
      throw new IllegalArgumentException("%s has no variant".formatted(name));
    }
    if (variants.stream().map(Variant::id).distinct().count() < variants.size()) {
      throw new IllegalArgumentException("two variants of %s have one id".formatted(name));
    }
    if (variants.stream().allMatch(variant -> variant.platform() != null)) {
      throw new IllegalArgumentException("no variant of %s is for every platform".formatted(name));
    }
  }

  /** The same model without some of its other names. */
  CatalogModel withoutAliases(Set<String> taken) {
    Map<String, String> left = new TreeMap<>(aliases);
    left.keySet().removeAll(taken);
    return new CatalogModel(
        name,
        left,
        description,
        task,
        dimensions,
        matryoshka,
        normalised,
        queryPrefix,
        documentPrefix,
        gated,
        variants);
  }

  /** What the bare name selects; where it depends on the platform, the most special one. */
  public Variant defaultVariant() {
    return variants.get(0);
  }

  /** Whether the bare name selects different variants on different platforms. */
  public boolean dependsOnPlatform() {
    return defaultVariant().platform() != null;
  }

  /** Whether the bare name selects a variant on every platform. */
  public boolean isDefault(Variant variant) {
    return !dependsOnPlatform() && variant.equals(defaultVariant());
  }

  /** What the bare name selects on a platform. */
  public Variant defaultVariant(Platform platform) {
    return variants.stream()
        .filter(variant -> platform.includes(variant.platform()))
        .findFirst()
        .orElseThrow();
  }

  public Optional<Variant> variant(String id) {
    return variants.stream().filter(variant -> variant.id().equals(id)).findFirst();
  }

  /** The lengths that its vectors can have, longest first: the full one, and those it is cut to. */
  public List<Integer> possibleDimensions() {
    return Stream.concat(Stream.of(dimensions), matryoshka.stream()).toList();
  }

  /** What is put before a text of a role. */
  public String prefix(TextRole role) {
    return switch (role) {
      case QUERY -> queryPrefix;
      case DOCUMENT -> documentPrefix;
    };
  }

  /**
   * What is put before each text of a request.
   *
   * @throws IllegalArgumentException if the request has a task, and the model is not told any
   */
  public String prefix(EmbeddingRequest request) {
    String task = request.task();
    if (task == null) {
      return prefix(request.role());
    }
    return TaskPrefix.of(prefix(request.role()))
        .orElseThrow(
            () -> new IllegalArgumentException("\"%s\" is not told a task".formatted(name)))
        .with(task);
  }
}
