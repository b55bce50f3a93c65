package dev.larder.core;

import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.lock.RecordedModel;
import java.util.List;

/**
 * A known model, and what of it is on this machine.
 *
 * @param model what the catalog knows of it
 * @param downloaded its variants that are in the store or a shared one now, with when and where
 *     they came from
 */
public record ModelStatus(CatalogModel model, List<RecordedModel> downloaded) {

  public ModelStatus {
    downloaded = List.copyOf(downloaded);
  }
}
