package dev.larder.projections;

import dev.larder.api.ModelInfo;
import dev.larder.core.catalog.Digests;
import dev.larder.core.catalog.Selector;
import java.util.Map;
import java.util.Optional;

/**
 * What a projection was learned on.
 *
 * @param model the model and variant, {@code name:variant}
 * @param modelSha256 the digest of the model's file
 * @param recipeSha256 the digest of the projection's recipe
 */
public record Origin(Selector model, String modelSha256, String recipeSha256) {

  private static final String MODEL = "model";
  private static final String MODEL_SHA256 = "model_sha256";
  private static final String RECIPE_SHA256 = "recipe_sha256";

  public Origin {
    Digests.requireSha256(modelSha256);
    Digests.requireSha256(recipeSha256);
  }

  /** A model as it is now. */
  public static Origin of(ModelInfo model, String recipeSha256) {
    return new Origin(
        new Selector(model.name(), model.variant(), null), model.sha256(), recipeSha256);
  }

  static Origin of(Map<String, String> metadata) {
    return new Origin(
        Selector.parse(require(metadata, MODEL)),
        require(metadata, MODEL_SHA256),
        require(metadata, RECIPE_SHA256));
  }

  private static String require(Map<String, String> metadata, String name) {
    return Optional.ofNullable(metadata.get(name))
        .orElseThrow(
            () -> new IllegalArgumentException("its metadata lacks \"%s\"".formatted(name)));
  }

  Map<String, String> metadata() {
    return Map.of(MODEL, model.text(), MODEL_SHA256, modelSha256, RECIPE_SHA256, recipeSha256);
  }
}
