package dev.larder.core.project;

import dev.larder.api.UnknownModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Variant;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.WantedModel;
import java.nio.file.Path;

/**
 * Says exactly which files a selector means: those of the lock where it has the model, otherwise
 * those of the catalog.
 *
 * @param catalog what names mean
 * @param lock what the project has settled on
 */
public record ModelResolver(Catalog catalog, ModelsLock lock) {

  /**
   * The files that a selector means.
   *
   * @throws UnknownModelException if it means nothing
   */
  public WantedModel resolve(String selector) {
    Selection selection = catalog.select(selector);
    WantedModel fromCatalog = WantedModel.of(selection);
    String revision = selection.key().revision();
    return lock.find(fromCatalog.key())
        .filter(locked -> revision == null || revision.equals(locked.revision()))
        // Who changes a definition means it; a lock goes before another catalog only.
        .filter(locked -> !selection.variant().isOwn() || fromCatalog.agreesWith(locked))
        .map(WantedModel::of)
        .orElse(fromCatalog);
  }

  /** A model of which the files lie in a folder. */
  public InstalledModel installed(LockedModel locked, Path folder) {
    CatalogModel model = catalog.select(locked.key().name()).model();
    Variant variant =
        model
            .variant(locked.variant())
            .orElseThrow(
                () ->
                    new UnknownModelException(
                        model.name(),
                        locked.variant(),
                        model.variants().stream().map(Variant::id).toList()));
    return new InstalledModel(model, variant, locked, folder);
  }
}
