package dev.larder.projections.recipe;

import dev.larder.core.catalog.RelativePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Makes a recipe of YAML. */
final class RecipeReader {

  /** More than any embedding model has; keeps a slip of the finger from taking all memory. */
  private static final int MAX_LAYER = 1 << 16;

  private static final int MAX_COUNT = 1_000_000;

  private static final Set<String> FIELDS = Set.of("version", "embedding_model", "projections");

  private static final Set<String> PROJECTION_FIELDS =
      Set.of("layers", "epochs", "batch_size", "learning_rate", "margin", "seed");

  private final int version;

  private RecipeReader(int version) {
    this.version = version;
  }

  static Recipe read(String file, String text) {
    YamlMap root = YamlMap.of(Yaml.tree(text), "the recipe");
    Node version = root.require("version");
    RecipeReader reader = new RecipeReader(version(version));
    root.requireOnly(FIELDS);
    Optional<Node> model = root.find("embedding_model");
    if (reader.version == 1 && model.isEmpty()) {
      throw new RecipeProblem(root.line(), "\"embedding_model\" is missing; version 1 needs it");
    }
    return new Recipe(
        file,
        reader.version,
        model.map(node -> YamlMap.text(node, "embedding_model")),
        RecipeProblem.line(model.orElse(version)),
        reader.projections(root.require("projections")));
  }

  private static int version(Node node) {
    int version = YamlMap.integer(node, "version", 0, Integer.MAX_VALUE);
    if (version < 1 || version > Recipe.NEWEST) {
      throw RecipeProblem.at(
          node, "version %d is unknown; this Larder reads 1 and 2".formatted(version));
    }
    return version;
  }

  private List<ProjectionRecipe> projections(Node node) {
    YamlMap all = YamlMap.of(node, "projections");
    if (all.values().isEmpty()) {
      throw RecipeProblem.at(node, "projections is empty");
    }
    List<ProjectionRecipe> projections = new ArrayList<>();
    for (Map.Entry<String, Node> entry : all.values().entrySet()) {
      projections.add(projection(entry.getKey(), entry.getValue()));
    }
    return projections;
  }

  private ProjectionRecipe projection(String name, Node node) {
    requireFileName(name, node);
    YamlMap fields = YamlMap.of(node, name);
    fields.requireOnly(PROJECTION_FIELDS);
    Node layers = fields.require("layers");
    List<Integer> lengths = lengths(layers);
    int last = lengths.size() - 1;
    return new ProjectionRecipe(
        name,
        version == 1 ? Optional.of(lengths.get(0)) : Optional.empty(),
        lengths.get(last - 1),
        lengths.get(last),
        YamlMap.integer(fields.require("epochs"), "epochs", 1, MAX_COUNT),
        YamlMap.integer(fields.require("batch_size"), "batch_size", 1, MAX_COUNT),
        fields
            .find("learning_rate")
            .map(rate -> YamlMap.positive(rate, "learning_rate"))
            .orElse(ProjectionRecipe.LEARNING_RATE),
        fields
            .find("margin")
            .map(margin -> YamlMap.positive(margin, "margin"))
            .orElse(ProjectionRecipe.MARGIN),
        fields.find("seed").map(RecipeReader::seed).orElse(0L),
        RecipeProblem.line(layers));
  }

  private static void requireFileName(String name, Node node) {
    try {
      RelativePath.requireSafeSegment(name);
    } catch (IllegalArgumentException e) {
      throw RecipeProblem.at(node, "\"%s\" cannot be a file's name".formatted(name));
    }
  }

  private List<Integer> lengths(Node layers) {
    List<Integer> lengths = YamlMap.integers(layers, "layers", MAX_LAYER);
    if (lengths.size() != (version == 1 ? 3 : 2)) {
      throw RecipeProblem.at(
          layers,
          version == 1
              ? "layers has %d numbers; version 1 has 3: input, hidden, output"
                  .formatted(lengths.size())
              : "layers has %d numbers; version 2 has 2: hidden, output".formatted(lengths.size()));
    }
    return lengths;
  }

  private static long seed(Node node) {
    return YamlMap.integer(node, "seed", Integer.MIN_VALUE, Integer.MAX_VALUE);
  }
}
