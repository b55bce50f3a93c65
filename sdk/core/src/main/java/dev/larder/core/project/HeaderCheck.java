package dev.larder.core.project;

import dev.larder.api.CorruptModelException;
import dev.larder.api.DimensionMismatchException;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.gguf.GgufHeader;
import dev.larder.core.gguf.GgufPooling;
import java.util.Map;

/**
 * Compares what a GGUF file says of itself with what is known of the model. What the file does not
 * say contradicts nothing.
 *
 * @param model what is known
 * @param variant which of its variants the file is
 * @param file the file, for messages
 */
public record HeaderCheck(CatalogModel model, Variant variant, String file) {

  /** {@code NONE} is what files say that leave it to others; {@code RANK} gives no vector. */
  private static final Map<GgufPooling, Pooling> POOLINGS =
      Map.of(
          GgufPooling.MEAN,
          Pooling.MEAN,
          GgufPooling.CLS,
          Pooling.CLS,
          GgufPooling.LAST,
          Pooling.LAST);

  /**
   * Lets a file pass that is what it should be.
   *
   * @throws DimensionMismatchException if its vectors have another length
   * @throws CorruptModelException if it reads fewer tokens, or its vectors are made another way
   */
  public void require(GgufHeader header) {
    requireDimensions(header);
    requireContext(header);
    requirePooling(header);
    requireTemplate(header);
  }

  private void requireDimensions(GgufHeader header) {
    int expected = model.dimensions();
    int actual = header.dimensions().orElse(expected);
    if (expected > 0 && actual != expected) {
      throw new DimensionMismatchException(
          label(), expected, actual, variant.isOwn() ? "its definition" : "the catalog");
    }
  }

  /**
   * Lets a file pass that reads as many tokens as the model should. Nobody is to find out by native
   * code that it does not.
   *
   * @throws CorruptModelException if it reads fewer
   */
  public void requireContext(GgufHeader header) {
    int actual = header.contextLength().orElse(variant.maxTokens());
    if (actual < variant.maxTokens()) {
      throw corrupt(
          "its file is for texts of %d tokens, and not of %d"
              .formatted(actual, variant.maxTokens()));
    }
  }

  /**
   * Lets a file pass that says how its model wants conversations to be written. Written in another
   * way they give worse answers, and nobody is told.
   *
   * @throws CorruptModelException if it generates and does not say it
   */
  public void requireTemplate(GgufHeader header) {
    if (model.task() == Task.GENERATION
        && header.chatTemplate().filter(template -> !template.isBlank()).isEmpty()) {
      throw corrupt("its file has no chat template");
    }
  }

  private void requirePooling(GgufHeader header) {
    if (variant.pooling() == Pooling.NONE) {
      return;
    }
    header
        .pooling()
        .filter(POOLINGS::containsKey)
        .filter(actual -> POOLINGS.get(actual) != variant.pooling())
        .ifPresent(
            actual -> {
              throw corrupt(
                  "its file is for %s pooling, and not for %s"
                      .formatted(actual.word(), variant.pooling().word()));
            });
  }

  private CorruptModelException corrupt(String problem) {
    return new CorruptModelException(label(), file, problem, null);
  }

  private String label() {
    return model.name() + ":" + variant.id();
  }
}
