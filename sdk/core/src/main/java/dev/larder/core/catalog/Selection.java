package dev.larder.core.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What a selector names in the catalog.
 *
 * @param key the selector with an alias replaced by what it stands for; a project's lock is ordered
 *     by it. Its variant is null exactly where the model's default is meant.
 * @param model the model
 * @param variant the variant that is meant
 * @param platform which machines that is said of; null where it holds for all, or where none is
 *     looked at yet
 */
public record Selection(
    Selector key, CatalogModel model, Variant variant, @Nullable Platform platform) {

  /** What a selector names, whatever the machine. */
  public Selection(Selector key, CatalogModel model, Variant variant) {
    this(key, model, variant, null);
  }

  /** Whether another variant is meant on another platform. */
  public boolean dependsOnPlatform() {
    return key.variant() == null && model.dependsOnPlatform();
  }

  /** What is meant on a platform. */
  public Selection on(Platform machine) {
    return dependsOnPlatform()
        ? new Selection(key, model, model.defaultVariant(machine), machine)
        : this;
  }
}
