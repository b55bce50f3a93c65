package dev.larder.core.store;

import dev.larder.api.InvalidFileException;
import dev.larder.api.StorageException;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Provenance;
import dev.larder.core.lock.Integrity;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.RecordedModel;
import dev.larder.core.lock.StoreRecord;
import dev.larder.core.lock.StoreRecordFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Where everything came from that ever came into a store: its own {@code models.lock}. */
public final class ProvenanceRecord {

  private final StoreLayout layout;
  private final StoreLocks locks;
  private final Clock clock;
  private final Bookkeeping books;

  ProvenanceRecord(StoreLayout layout, StoreLocks locks, Clock clock) {
    this.layout = layout;
    this.locks = locks;
    this.clock = clock;
    this.books = new Bookkeeping(layout.record(), StoreRecordFormat.REMEDY);
  }

  /** The record as it is now; an empty one where it cannot be read: folders tell of models too. */
  public StoreRecord read() {
    try {
      return readStrictly();
    } catch (InvalidFileException | StorageException e) {
      return StoreRecord.of(List.of());
    }
  }

  /** Warns if there is a record that cannot be read, for who shows what is in the store. */
  void tellOfDamage() {
    try {
      readStrictly();
    } catch (InvalidFileException | StorageException e) {
      books.tellOfDamage(e);
    }
  }

  /**
   * The record, for those who may leave nothing out.
   *
   * @throws InvalidFileException if it is damaged, or was and nobody has seen to it
   */
  StoreRecord readWhole() {
    books.requireNoneAside();
    return readStrictly();
  }

  private StoreRecord readStrictly() {
    try (InputStream input = Files.newInputStream(layout.record())) {
      return StoreRecordFormat.read(input, layout.record().toString());
    } catch (NoSuchFileException e) {
      return StoreRecord.of(List.of());
    } catch (IOException e) {
      throw StorageFault.of(layout.record(), e);
    }
  }

  /** What is recorded of a variant at a revision. */
  public Optional<RecordedModel> find(LockedModel model) {
    return read().find(KnownProjects.selector(model));
  }

  /** Records a model that has just come, with where what was fetched of it came from. */
  void add(LockedModel model, Map<String, Provenance> fetched) {
    update(record -> with(record, model, fetched));
  }

  /** Records models that are here, where that was never done, or the record was lost. */
  void addMissing(List<LockedModel> models) {
    if (!models.isEmpty() && missing(read(), models).findAny().isPresent()) {
      update(
          record -> {
            StoreRecord all = record;
            for (LockedModel model : missing(record, models).toList()) {
              all = with(all, found(record, model));
            }
            return all;
          });
    }
  }

  private static Stream<LockedModel> missing(StoreRecord record, List<LockedModel> models) {
    return models.stream().filter(model -> isMissing(record, model));
  }

  /** What was recorded while nobody knew the model gives way to what somebody knows. */
  private static boolean isMissing(StoreRecord record, LockedModel model) {
    return record
        .find(KnownProjects.selector(model))
        .filter(
            recorded ->
                recorded.model().integrity() != Integrity.NONE
                    || model.integrity() == Integrity.NONE)
        .isEmpty();
  }

  /** What can be said of a model that is here without a record. */
  RecordedModel found(StoreRecord record, LockedModel model) {
    return recorded(record, model, newest(model), Map.of());
  }

  /** When the last of its files came; a copy that does not keep their times came itself then. */
  private Instant newest(LockedModel model) {
    return model.files().stream()
        .map(file -> modified(file.in(layout.folder(model))))
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }

  private static boolean knows(StoreRecord record, LockedModel model) {
    return record
        .find(KnownProjects.selector(model))
        .filter(recorded -> recorded.model().files().equals(model.files()))
        .isPresent();
  }

  private void update(UnaryOperator<StoreRecord> change) {
    locks.whileHolding(
        "the store's record", layout.lock("record"), holder -> {}, () -> updateAlone(change));
  }

  private StoreRecord updateAlone(UnaryOperator<StoreRecord> change) {
    return books
        .readOrBeginAnew(this::readStrictly, StoreRecord.of(List.of()))
        .map(old -> write(old, change.apply(old)))
        .orElse(StoreRecord.of(List.of()));
  }

  private StoreRecord write(StoreRecord old, StoreRecord now) {
    if (!now.equals(old)) {
      StoreFiles.write(layout.record(), StoreRecordFormat.write(now));
    }
    return now;
  }

  private StoreRecord with(StoreRecord record, LockedModel model, Map<String, Provenance> fetched) {
    if (fetched.isEmpty() && knows(record, model)) {
      return record;
    }
    return with(record, recorded(record, model, clock.instant(), fetched));
  }

  private static StoreRecord with(StoreRecord record, RecordedModel model) {
    List<RecordedModel> models = new ArrayList<>(record.models());
    models.removeIf(recorded -> recorded.model().key().equals(model.model().key()));
    models.add(model);
    return StoreRecord.of(models);
  }

  private RecordedModel recorded(
      StoreRecord record, LockedModel model, Instant since, Map<String, Provenance> fetched) {
    return new RecordedModel(
        model.as(KnownProjects.selector(model)),
        since.truncatedTo(ChronoUnit.SECONDS),
        origins(record, model, fetched));
  }

  private Map<String, Provenance> origins(
      StoreRecord record, LockedModel model, Map<String, Provenance> fetched) {
    Map<String, Provenance> origins = new LinkedHashMap<>();
    for (LockedFile file : model.files()) {
      Provenance from = fetched.get(file.path());
      origins.put(file.path(), from == null ? origin(record, file.sha256()) : from);
    }
    return origins;
  }

  /** Content that was here before came from where it came from then; if unknown, from the store. */
  private Provenance origin(StoreRecord record, String sha256) {
    return record
        .from(sha256)
        .orElseGet(() -> new Provenance(Origin.STORE, layout.blob(sha256).toUri().toString()));
  }
}
