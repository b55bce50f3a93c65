package dev.larder.core.store;

import dev.larder.api.DownloadFailedException;
import dev.larder.api.ModelException;
import dev.larder.api.OfflineException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The places that did not give a file, each with its reason. */
final class FailedPlaces {

  private final Map<String, ModelException> reasons = new LinkedHashMap<>();

  void add(FilePlace place, ModelException reason) {
    reasons.put(place.source().text(), reason);
  }

  /** One failure that names all of them. */
  ModelException failure(Arrival arrival) {
    ModelException first = reasons.values().iterator().next();
    if (reasons.size() == 1
        || reasons.values().stream().allMatch(OfflineException.class::isInstance)) {
      return first;
    }
    DownloadFailedException all =
        new DownloadFailedException(
            "%s of %s".formatted(arrival.file().path(), arrival.model().label()), reasons);
    reasons.values().stream().skip(1).forEach(all::addSuppressed);
    return all;
  }
}
