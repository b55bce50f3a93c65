package dev.larder.core.store;

import dev.larder.api.ModelException;
import dev.larder.api.StorageException;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Selector;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.RecordedModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The cache of models that all projects of one machine share, and the shared stores below it. Safe
 * for use by many threads and many processes at once; reading needs no lock.
 */
public final class ModelStore {

  /** Long enough for somebody else to fetch a large model on a slow line. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** The file in a model's folder of which the time says when it was last needed. */
  public static final String LAST_USE = ".used";

  private final StorePlaces places;
  private final StoreLayout layout;
  private final StoreLocks locks;
  private final ProvenanceRecord record;
  private final KnownProjects projects;
  private final KnownDigests digests;
  private final Inventory inventory;
  private final BlobStore blobs;
  private final Installer installer;
  private final PartialFiles partials;
  private final Pruning pruning;
  private final Removal removal;
  private final Clock clock;

  /** A store, with the shared stores and caches around it that the environment names. */
  public ModelStore(StoreLayout layout) {
    this(StorePlaces.around(layout), PATIENCE, Clock.systemUTC());
  }

  ModelStore(StorePlaces places, Duration patience, Clock clock) {
    this(places, patience, clock, KnownDigests.OF_PROCESS);
  }

  ModelStore(StorePlaces places, Duration patience, Clock clock, KnownDigests digests) {
    this.places = places;
    this.digests = digests;
    this.layout = places.own();
    this.locks = new StoreLocks(patience);
    this.record = new ProvenanceRecord(layout, locks, clock);
    this.projects = new KnownProjects(layout, locks, clock);
    this.inventory = new Inventory(layout, record, projects, digests);
    this.blobs = new BlobStore(places, locks, digests);
    this.installer = new Installer(layout, blobs, record, digests);
    this.partials = new PartialFiles(layout, clock);
    this.pruning = new Pruning(layout, projects, record, inventory, clock);
    this.removal = new Removal(layout, locks, inventory);
    this.clock = clock;
  }

  public StoreLayout layout() {
    return layout;
  }

  /** The provenance of everything that ever came here. */
  public ProvenanceRecord record() {
    return record;
  }

  /**
   * What is in this store or a shared one; where several stores have a model, what the first of
   * them records of it, one's own before shared ones. Nothing is hashed for it: {@link #look} says
   * what is known of the bytes.
   */
  public List<RecordedModel> present() {
    Map<Selector, RecordedModel> present = new LinkedHashMap<>();
    Stream.concat(models().stream(), places.shared().stream().flatMap(this::models))
        .filter(recorded -> look(recorded.model()).isPresent())
        .forEach(recorded -> present.putIfAbsent(recorded.model().key(), recorded));
    return List.copyOf(present.values());
  }

  private Stream<RecordedModel> models(SharedStore shared) {
    StoreLayout store = shared.layout();
    ProvenanceRecord origin = new ProvenanceRecord(store, locks, clock);
    origin.tellOfDamage();
    return new Inventory(store, origin, new KnownProjects(store, locks, clock), digests)
        .models().stream();
  }

  /**
   * What has a folder in this store, complete or not. What is not recorded, as the record was lost
   * or could not be written, is recorded now, with what locks, the catalog or else its own files
   * say of it. A damaged record is begun anew in the same way, with a warning; one that a newer
   * Larder keeps is left alone.
   */
  public List<RecordedModel> models() {
    List<RecordedModel> models = inventory.models();
    noteInstalled(models.stream().map(RecordedModel::model).toList());
    record.tellOfDamage();
    return models;
  }

  /** What ever came into this store, and what else is in it, sorted by name. */
  public List<RecordedModel> everKnown() {
    Map<String, RecordedModel> known = new TreeMap<>();
    Stream.concat(models().stream(), record.read().models().stream())
        .forEach(model -> known.put(model.model().key().text(), model));
    return List.copyOf(known.values());
  }

  /**
   * Makes sure that models which are in this store are recorded. That they are here matters more:
   * on a full or read-only disk they stay unrecorded, and the next time tries again.
   */
  public void noteInstalled(List<LockedModel> models) {
    try {
      record.addMissing(
          models.stream()
              .filter(model -> StoredFiles.in(layout.folder(model), model, digests).isPresent())
              .toList());
    } catch (ModelException e) {
      // As said above.
    }
  }

  /** Which projects lock what of it. */
  public KnownProjects projects() {
    return projects;
  }

  /** How many bytes the store takes; content that has several names counts once. */
  public long usedBytes() {
    return UsedSpace.below(layout.home());
  }

  /**
   * The folder of a locked model, if all its files are there with their digests. Mostly a stat a
   * file: what does not look as it did when it was verified, as after a copy, is hashed once, and
   * the answer kept beside the files where that can be written, otherwise by this process. The
   * user's own store goes before shared ones.
   */
  public Optional<Path> find(LockedModel model) {
    return places
        .layouts()
        .filter(store -> has(store, model))
        .findFirst()
        .map(store -> store.folder(model));
  }

  private boolean has(StoreLayout store, LockedModel model) {
    Optional<StoredFiles> files = StoredFiles.in(store.folder(model), model, digests);
    if (files.isEmpty() || files.get().isVerified()) {
      return files.isPresent();
    }
    boolean intact = files.get().verify();
    if (intact && store.equals(layout)) {
      blobs.reunite(model, store.folder(model));
      if (!files.get().isStamped()) {
        // The record is written before the stamp, so a crash may have been before either.
        noteInstalled(List.of(model));
      }
    }
    return intact;
  }

  /**
   * Where a locked model lies, and what is known of its bytes, without a look into them: for who
   * shows what is there. What {@link #find} hashes is shown as unverified.
   */
  public Optional<FoundModel> look(LockedModel model) {
    return places
        .layouts()
        .flatMap(store -> StoredFiles.in(store.folder(model), model, digests).stream())
        .findFirst()
        .map(StoredFiles::found);
  }

  /** Notes that a model is needed, so that it is not the first to go. */
  public void noteUse(Path folder) {
    if (folder.startsWith(layout.home())) {
      LastUse.note(folder, clock.instant());
    }
  }

  /**
   * The exact files of a wanted model, where they are known: from the lock or the catalog, or else
   * as they came into this store or a shared one before.
   */
  public Optional<LockedModel> known(WantedModel wanted) {
    return wanted
        .exactly()
        .or(
            () ->
                places
                    .layouts()
                    .map(store -> new ProvenanceRecord(store, locks, clock))
                    .flatMap(origin -> origin.read().models().stream())
                    .map(RecordedModel::model)
                    .filter(wanted::isMetBy)
                    .findFirst()
                    .map(model -> model.as(wanted.key(), wanted.platform())));
  }

  /**
   * Makes sure that models are there, fetching what is missing, several files at a time.
   *
   * @return the models' exact files, in the order of the models
   * @throws dev.larder.api.ModelException if one of them cannot be had; the others stay, and of the
   *     missing files what can be continued
   */
  public List<Installation> install(
      List<WantedModel> wanted, Fetchers fetchers, TransferListener listener) {
    return install(wanted, fetchers, listener, Inspection.READABLE);
  }

  /**
   * The same for models that have to pass an inspection. One that does not stays unknown; its
   * content need not come again for another try.
   */
  public List<Installation> install(
      List<WantedModel> wanted,
      Fetchers fetchers,
      TransferListener listener,
      Inspection inspection) {
    partials.removeOld();
    return installer.install(wanted, fetchers, listener, inspection);
  }

  /**
   * Takes the content of one file of a model that is not wanted as a whole yet, so that nobody has
   * to send it later.
   *
   * @param file a file with a digest
   * @param source who has the content
   * @param listener is told how it arrives
   * @throws dev.larder.api.ModelException if it cannot be had
   */
  public void adopt(WantedModel model, ModelFile file, Fetcher source, TransferListener listener) {
    Arrival arrival = new Arrival(model, file.with(List.of()), null, listener, new FetchRun());
    blobs.ensure(arrival, new Fetchers(List.of(source), List.of()));
  }

  /**
   * Hashes every file of a model again. What an engine made of them is hashed too, and removed with
   * a warning where it is not as it was made: it is made anew when it is needed.
   *
   * @return the files that are missing or have other bytes than they should; what was found changed
   *     is no longer vouched for, so that the next fetch replaces it
   */
  public List<LockedFile> verify(LockedModel model) {
    Path folder = look(model).map(FoundModel::folder).orElseGet(() -> layout.folder(model));
    FolderHashing hashing = new FolderHashing(folder, digests);
    model.files().forEach(hashing::again);
    try {
      hashing.writeDown();
    } catch (StorageException e) {
      if (!hashing.wrong().isEmpty() && folder.startsWith(layout.home())) {
        throw e;
      }
    }
    DerivedFiles.removeDamaged(model, folder, digests);
    return hashing.wrong();
  }

  /**
   * Removes a model's files, and their content where no other model has it too. The record stays,
   * so that the model can be fetched again from the same place.
   *
   * @return whether it was there
   */
  public boolean remove(LockedModel model) {
    return removal.remove(model);
  }

  /**
   * What could go, so that models and downloads take no more than a number of bytes: the least
   * recently used models that no living project locks, and before them what fetches left behind.
   *
   * @throws dev.larder.api.InvalidFileException if the list of projects or the record is damaged,
   *     or was and nobody has seen to it
   */
  public PrunePlan planPruning(long maxBytes) {
    models();
    return pruning.plan(maxBytes);
  }

  /** Removes what a plan names. The record of where the models came from stays. */
  public void prune(PrunePlan plan) {
    removal.run(plan);
  }
}
