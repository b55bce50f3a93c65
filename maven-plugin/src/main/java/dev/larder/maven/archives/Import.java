package dev.larder.maven.archives;

import dev.larder.core.archive.ArchiveReader;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.project.LicencePolicy;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.WantedModel;
import java.nio.file.Path;
import java.util.List;

/** Brings an archive's models into the store, as if they had been fetched. */
public final class Import {

  private final Catalog catalog;
  private final ModelStore store;
  private final LicencePolicy licences;

  /**
   * @param licences what may be brought in
   */
  public Import(Catalog catalog, ModelStore store, LicencePolicy licences) {
    this.catalog = catalog;
    this.store = store;
    this.licences = licences;
  }

  /**
   * Reads the archive, whose files are verified as they are copied.
   *
   * @param listener is told how they arrive
   * @throws dev.larder.api.ModelException if it cannot be read, or does not hold what it says, or
   *     if a licence is not allowed; nothing is copied then
   */
  public Imported run(Path archive, TransferListener listener) {
    try (ArchiveReader reader = ArchiveReader.open(archive)) {
      List<LockedModel> models = reader.lock().models();
      models.forEach(model -> licences.require(WantedModel.of(model), catalog));
      List<LockedModel> missing =
          models.stream().filter(model -> store.find(model).isEmpty()).toList();
      store.install(
          missing.stream().map(WantedModel::of).toList(),
          new Fetchers(List.of(reader), List.of()),
          listener);
      return new Imported(archive, store.layout().home(), models, missing.size());
    }
  }
}
