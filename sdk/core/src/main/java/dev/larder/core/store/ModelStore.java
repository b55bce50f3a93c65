package dev.larder.core.store;

import dev.larder.core.catalog.ModelFile;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.RecordedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cache of models that all projects of one machine share. Safe for use by many threads and many
 * processes at once; reading needs no lock.
 */
public final class ModelStore {

  /** Long enough for somebody else to fetch a large model on a slow line. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final StoreLayout layout;
  private final BlobStore blobs;
  private final ProvenanceRecord record;

  public ModelStore(StoreLayout layout) {
    this(layout, PATIENCE, Clock.systemUTC());
  }

  ModelStore(StoreLayout layout, Duration patience, Clock clock) {
    StoreLocks locks = new StoreLocks(patience);
    this.layout = layout;
    this.blobs = new BlobStore(layout, locks);
    this.record = new ProvenanceRecord(layout, locks, clock);
  }

  public StoreLayout layout() {
    return layout;
  }

  /** The provenance of everything that was ever fetched here. */
  public ProvenanceRecord record() {
    return record;
  }

  /** The folder of a locked model, if all its files are there and unchanged: a stat a file. */
  public Optional<Path> find(LockedModel model) {
    Path folder = folder(model);
    return VerificationStamp.read(folder)
        .filter(stamp -> stamp.vouchesFor(folder, model.files()))
        .map(stamp -> folder);
  }

  /**
   * The exact files of a wanted model, where they are known: from the lock or the catalog, or else
   * as they were fetched into this store before.
   */
  public Optional<LockedModel> known(WantedModel wanted) {
    return wanted
        .exactly()
        .or(
            () ->
                record.read().models().stream()
                    .map(RecordedModel::model)
                    .filter(wanted::isMetBy)
                    .findFirst()
                    .map(model -> model.as(wanted.key())));
  }

  /**
   * Makes sure that a model is there, fetching what is missing.
   *
   * @return the model's exact files
   * @throws dev.larder.api.ModelException if it cannot be had; nothing half-written stays
   */
  public Installation install(WantedModel wanted, Fetchers fetchers) {
    List<LockedFile> files = new ArrayList<>();
    Map<String, String> urls = new LinkedHashMap<>();
    WantedModel exact = wanted;
    for (ModelFile file : wanted.files()) {
      BlobStore.Stored stored = blobs.ensure(exact, file, fetchers);
      files.add(stored.file());
      Fetched fetched = stored.fetched();
      if (fetched != null) {
        urls.put(file.path(), fetched.url());
        exact = wanted.at(fetched.revision());
      }
    }
    LockedModel locked = exact.locked(files);
    publish(locked);
    if (!urls.isEmpty()) {
      record.add(locked, urls);
    }
    return new Installation(locked, folder(locked), List.copyOf(urls.keySet()));
  }

  private void publish(LockedModel model) {
    Path folder = folder(model);
    for (LockedFile file : model.files()) {
      StoreFiles.link(layout.blob(file.sha256()), folder.resolve(file.path()));
    }
    VerificationStamp.write(folder, model.files());
  }

  /**
   * Removes a model's files, and their content where no other model has it too. The record stays,
   * so that the model can be fetched again from the same place.
   *
   * @return whether it was there
   */
  public boolean remove(LockedModel model) {
    Path folder = folder(model);
    boolean present = Files.exists(folder);
    VerificationStamp.remove(folder);
    deleteTree(folder);
    for (LockedFile file : model.files()) {
      if (!isUsed(file.sha256())) {
        PartialFile.discard(layout.blob(file.sha256()));
      }
    }
    return present;
  }

  private boolean isUsed(String sha256) {
    if (!Files.isDirectory(layout.models())) {
      return false;
    }
    try (Stream<Path> folders = Files.walk(layout.models(), 3)) {
      return folders
          .flatMap(folder -> VerificationStamp.read(folder).stream())
          .flatMap(stamp -> stamp.lines().stream())
          .anyMatch(line -> line.sha256().equals(sha256));
    } catch (IOException e) {
      throw StoreFiles.failure(layout.models(), e);
    }
  }

  private Path folder(LockedModel model) {
    return layout
        .models()
        .resolve(model.key().name())
        .resolve(model.variant())
        .resolve(model.revision());
  }

  private static void deleteTree(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw StoreFiles.failure(folder, e);
    }
  }
}
