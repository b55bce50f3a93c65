package dev.larder.maven.archives;

import dev.larder.api.NotFetchedException;
import dev.larder.core.archive.ArchiveWriter;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.Selection;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.KnownProjects;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.WantedModel;
import java.util.List;

/** Packs models that are in the store. */
public final class Export {

  private final Catalog catalog;
  private final ModelStore store;

  public Export(Catalog catalog, ModelStore store) {
    this.catalog = catalog;
    this.store = store;
  }

  /**
   * Writes the archive.
   *
   * @throws dev.larder.api.ModelException if a model is unknown, not in the store or not intact
   */
  public Exported run(ExportRequest request) {
    List<LockedModel> models =
        request.names().isEmpty()
            ? request.locked()
            : request.names().stream()
                .flatMap(name -> named(name, request.locked()).stream())
                .distinct()
                .toList();
    List<ArchiveWriter.Content> contents = models.stream().map(this::content).toList();
    long size = new ArchiveWriter(request.archive()).write(contents);
    return new Exported(request.archive(), size, models);
  }

  /** What the projects lock goes before the catalog. */
  private List<LockedModel> named(String name, List<LockedModel> locked) {
    Selection selection = catalog.select(name);
    List<LockedModel> own = locked.stream().filter(model -> isMeant(selection, model)).toList();
    if (!own.isEmpty()) {
      return own;
    }
    LockedModel known =
        store
            .known(WantedModel.of(selection.on(Platform.ofMachine())))
            .orElseThrow(() -> notFetched(name));
    return List.of(known.as(KnownProjects.selector(known)));
  }

  private static boolean isMeant(Selection selection, LockedModel model) {
    String variant = selection.key().variant();
    String revision = selection.key().revision();
    return model.key().name().equals(selection.key().name())
        && (variant == null || variant.equals(model.variant()))
        && (revision == null || revision.equals(model.revision()));
  }

  private ArchiveWriter.Content content(LockedModel model) {
    return store
        .find(model)
        .map(folder -> new ArchiveWriter.Content(model, folder))
        .orElseThrow(() -> notFetched(model.key().text()));
  }

  private NotFetchedException notFetched(String model) {
    return new NotFetchedException(
        model,
        store.layout().home().toString(),
        "run mvn models:fetch in the project that declares it, and export again");
  }
}
