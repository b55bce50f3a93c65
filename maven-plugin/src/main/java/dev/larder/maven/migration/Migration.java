package dev.larder.maven.migration;

import dev.larder.core.archive.LocalFiles;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.file.Place;
import dev.larder.core.project.LicencePolicy;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Copies model files that lie in a project into the store, where the catalog knows their digests.
 */
public final class Migration {

  private final Catalog catalog;
  private final ModelStore store;
  private final LicencePolicy licences;

  /**
   * @param licences what may be brought into the store
   */
  public Migration(Catalog catalog, ModelStore store, LicencePolicy licences) {
    this.catalog = catalog;
    this.store = store;
    this.licences = licences;
  }

  /**
   * Looks for models, and copies those that it recognises and whose licences are allowed. Deletes
   * nothing.
   *
   * @param root what paths are told relative to
   * @param folders where to look; those that do not exist hold nothing
   * @param listener is told how files are copied
   */
  public Migrated run(Path root, List<Path> folders, TransferListener listener) {
    FoundFiles found = find(root, folders);
    List<RecognisedModel> models =
        recognise(found.bySha256()).stream().map(model -> model.under(licences, catalog)).toList();
    LocalFiles source = found.source();
    List<RecognisedModel> complete = models.stream().filter(RecognisedModel::isComplete).toList();
    store.install(
        complete.stream().map(RecognisedModel::wanted).toList(),
        new Fetchers(List.of(source), List.of()),
        listener);
    models.stream()
        .filter(model -> !model.isComplete() && model.isWelcome())
        .forEach(model -> adopt(model, source, listener));
    Set<Path> known =
        models.stream().flatMap(model -> model.files().stream()).collect(Collectors.toSet());
    return new Migrated(root, store.layout().home(), models, found.networksBut(known));
  }

  private static FoundFiles find(Path root, List<Path> folders) {
    try {
      return FoundFiles.in(folders);
    } catch (IOException e) {
      throw Place.PROJECT.fault(root, e);
    }
  }

  /** Two variants may have one network; the one of which more is here is meant. */
  private List<RecognisedModel> recognise(Map<String, List<Path>> bySha256) {
    Map<String, RecognisedModel> byNetwork = new LinkedHashMap<>();
    catalog.models().stream()
        .flatMap(model -> recognise(model, bySha256))
        .sorted(
            Comparator.comparing(RecognisedModel::isPinned)
                .reversed()
                .thenComparing(model -> model.missing().size()))
        .forEach(model -> byNetwork.putIfAbsent(model.network(), model));
    return byNetwork.values().stream()
        .sorted(Comparator.comparing(RecognisedModel::selector))
        .toList();
  }

  private static Stream<RecognisedModel> recognise(
      CatalogModel model, Map<String, List<Path>> bySha256) {
    return model.variants().stream()
        .filter(
            variant -> {
              String network = variant.files().get(0).sha256();
              return network != null && bySha256.containsKey(network);
            })
        .map(variant -> RecognisedModel.of(model, variant, bySha256));
  }

  private void adopt(RecognisedModel model, LocalFiles source, TransferListener listener) {
    for (ModelFile file : model.wanted().files()) {
      if (!model.missing().contains(file.path())) {
        store.adopt(model.wanted(), file, source, listener);
      }
    }
  }
}
