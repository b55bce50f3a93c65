package dev.larder.core.engine;

import dev.larder.api.CorruptModelException;
import dev.larder.api.ModelInfo;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Variant;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import java.nio.file.Path;

/**
 * A model whose files are on this machine.
 *
 * @param model what the catalog knows of it
 * @param variant which variant it is
 * @param locked its exact files
 * @param folder where they lie, by their paths
 */
public record InstalledModel(CatalogModel model, Variant variant, LockedModel locked, Path folder) {

  /** The model and variant, for messages. */
  public String label() {
    return model.name() + ":" + variant.id();
  }

  /**
   * Where a file lies.
   *
   * @throws CorruptModelException if the model has no file of this role
   */
  public Path file(FileRole role) {
    return lockedFile(role).in(folder);
  }

  /** What application code is told about the model. */
  public ModelInfo info() {
    return new ModelInfo(
        model.name(),
        variant.id(),
        locked.source().text(),
        locked.revision(),
        locked.licence(),
        lockedFile(FileRole.MODEL).sha256());
  }

  private LockedFile lockedFile(FileRole role) {
    return locked
        .file(role)
        .orElseThrow(
            () ->
                new CorruptModelException(
                    label(), folder.toString(), "it has no file for its " + role.word(), null));
  }
}
