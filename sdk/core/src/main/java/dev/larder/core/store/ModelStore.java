package dev.larder.core.store;

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
import java.util.concurrent.atomic.AtomicBoolean;

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
    this.places = places;
    this.layout = places.own();
    this.locks = new StoreLocks(patience);
    this.record = new ProvenanceRecord(layout, locks, clock);
    this.projects = new KnownProjects(layout, locks, clock);
    this.blobs = new BlobStore(places, locks);
    this.installer = new Installer(layout, blobs, record);
    this.partials = new PartialFiles(layout, clock);
    this.pruning = new Pruning(layout, projects, record, clock);
    this.removal = new Removal(layout, locks);
    this.clock = clock;
  }

  public StoreLayout layout() {
    return layout;
  }

  /** The provenance of everything that was ever fetched here. */
  public ProvenanceRecord record() {
    return record;
  }

  /**
   * What was fetched into this store or a shared one, and is there now; where several stores have a
   * model, what the first of them records of it, one's own before shared ones.
   */
  public List<RecordedModel> present() {
    Map<Selector, RecordedModel> present = new LinkedHashMap<>();
    places
        .layouts()
        .flatMap(store -> new ProvenanceRecord(store, locks, clock).read().models().stream())
        .filter(recorded -> find(recorded.model()).isPresent())
        .forEach(recorded -> present.putIfAbsent(recorded.model().key(), recorded));
    return List.copyOf(present.values());
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
   * The folder of a locked model, if all its files are there and unchanged: a stat a file. The
   * user's own store goes before shared ones.
   */
  public Optional<Path> find(LockedModel model) {
    return places
        .layouts()
        .map(store -> store.folder(model))
        .filter(
            folder ->
                VerificationStamp.read(folder)
                    .filter(stamp -> stamp.vouchesFor(folder, model.files()))
                    .isPresent())
        .findFirst();
  }

  /** Notes that a model is needed, so that it is not the first to go. */
  public void noteUse(Path folder) {
    if (folder.startsWith(layout.home())) {
      LastUse.note(folder, clock.instant());
    }
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
    Arrival arrival = new Arrival(model, file, null, listener, new AtomicBoolean());
    blobs.ensure(arrival, new Fetchers(List.of(source), List.of()));
  }

  /**
   * Hashes every file of a model again.
   *
   * @return the files that are missing or have other bytes than they should; what was found changed
   *     is no longer vouched for, so that the next fetch replaces it
   */
  public List<LockedFile> verify(LockedModel model) {
    Path folder = find(model).orElseGet(() -> layout.folder(model));
    List<LockedFile> wrong =
        model.files().stream()
            .filter(file -> !isIntact(folder.resolve(file.path()), file))
            .toList();
    if (!wrong.isEmpty() && folder.startsWith(layout.home())) {
      VerificationStamp.remove(folder);
    }
    return wrong;
  }

  private static boolean isIntact(Path path, LockedFile file) {
    return StoreFiles.isReadable(path, file.size())
        && PartialFile.digestOf(path).equals(file.sha256());
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
   */
  public PrunePlan planPruning(long maxBytes) {
    return pruning.plan(maxBytes);
  }

  /** Removes what a plan names. The record of where the models came from stays. */
  public void prune(PrunePlan plan) {
    removal.run(plan);
  }
}
