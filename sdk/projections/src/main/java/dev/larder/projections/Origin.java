package dev.larder.projections;

import dev.larder.api.ModelInfo;
import dev.larder.core.catalog.Digests;
import dev.larder.core.catalog.Selector;
import java.util.Map;

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

  static Origin of(Metadata metadata) {
    return new Origin(
        Selector.parse(metadata.text(MODEL)),
        metadata.text(MODEL_SHA256),
        metadata.text(RECIPE_SHA256));
  }

  Map<String, String> metadata() {
    return Map.of(MODEL, model.text(), MODEL_SHA256, modelSha256, RECIPE_SHA256, recipeSha256);
  }
}
