package dev.larder.core.store;

import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.RecordedModel;
import dev.larder.core.lock.StoreRecord;
import dev.larder.core.lock.StoreRecordFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where everything came from that was ever fetched into a store: its own {@code models.lock}. */
public final class ProvenanceRecord {

  private final StoreLayout layout;
  private final StoreLocks locks;
  private final Clock clock;

  ProvenanceRecord(StoreLayout layout, StoreLocks locks, Clock clock) {
    this.layout = layout;
    this.locks = locks;
    this.clock = clock;
  }

  /** The record as it is now. */
  public StoreRecord read() {
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

  /** Records a model that has just been fetched. */
  void add(LockedModel model, Map<String, String> urls) {
    locks.whileHolding(
        "the store's record", layout.lock("record"), holder -> {}, () -> addAlone(model, urls));
  }

  private StoreRecord addAlone(LockedModel model, Map<String, String> urls) {
    List<RecordedModel> models = new ArrayList<>(read().models());
    models.removeIf(recorded -> recorded.model().key().equals(KnownProjects.selector(model)));
    models.add(
        new RecordedModel(
            model.as(KnownProjects.selector(model)),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            addresses(model, urls)));
    StoreRecord record = StoreRecord.of(models);
    StoreFiles.write(layout.record(), StoreRecordFormat.write(record));
    return record;
  }

  /** A file whose content was here before came from no address; its source stands for it. */
  private static Map<String, String> addresses(LockedModel model, Map<String, String> urls) {
    Map<String, String> addresses = new LinkedHashMap<>();
    for (LockedFile file : model.files()) {
      addresses.put(
          file.path(), urls.getOrDefault(file.path(), model.source().text() + "/" + file.path()));
    }
    return addresses;
  }
}
