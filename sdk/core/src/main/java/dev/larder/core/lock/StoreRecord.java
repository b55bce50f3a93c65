package dev.larder.core.lock;

import dev.larder.core.catalog.Provenance;
import dev.larder.core.catalog.Selector;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where everything came from that was ever fetched into a store.
 *
 * @param models sorted by key
 */
public record StoreRecord(List<RecordedModel> models) {

  public StoreRecord {
    models =
        models.stream()
            .sorted(Comparator.comparing(recorded -> recorded.model().key().text()))
            .toList();
  }

  public static StoreRecord of(Collection<RecordedModel> models) {
    return new StoreRecord(List.copyOf(models));
  }

  /** Finds a model by its full selector. */
  public Optional<RecordedModel> find(Selector key) {
    return models.stream().filter(recorded -> recorded.model().key().equals(key)).findFirst();
  }

  /** Where content came from, under whatever name. */
  public Optional<Provenance> from(String sha256) {
    return models.stream()
        .flatMap(
            recorded ->
                recorded.model().files().stream()
                    .filter(file -> file.sha256().equals(sha256))
                    .map(recorded::from))
        .findFirst();
  }
}
