package dev.larder.maven.archives;

import dev.larder.core.archive.ArchiveReader;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.WantedModel;
import java.nio.file.Path;
import java.util.List;

/** Brings an archive's models into the store, as if they had been fetched. */
public final class Import {

  private final ModelStore store;

  public Import(ModelStore store) {
    this.store = store;
  }

  /**
   * Reads the archive, whose files are verified as they are copied.
   *
   * @throws dev.larder.api.ModelException if it cannot be read, or does not hold what it says
   */
  public Imported run(Path archive) {
    try (ArchiveReader reader = ArchiveReader.open(archive)) {
      List<LockedModel> models = reader.lock().models();
      List<LockedModel> missing =
          models.stream().filter(model -> store.find(model).isEmpty()).toList();
      store.install(
          missing.stream().map(WantedModel::of).toList(),
          new Fetchers(List.of(reader), List.of()),
          TransferListener.SILENT);
      return new Imported(archive, store.layout().home(), models, missing.size());
    }
  }
}
