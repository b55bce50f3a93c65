package dev.larder.core.engine;

import dev.larder.core.SampleModels;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Task;
import dev.larder.core.store.WantedModel;
import java.nio.file.Path;
import java.util.List;

/** Models as an engine gets them, without any file. */
final class InstalledModels {

  private InstalledModels() {}

  /** A model's first variant. */
  static InstalledModel of(String name, Task task, String... formats) {
    Selection selection =
        Catalog.of(List.of(new SampleModels().model(name, task, formats))).select(name);
    return new InstalledModel(
        selection.model(),
        selection.variant(),
        WantedModel.of(selection).exactly().orElseThrow(),
        Path.of("store", name));
  }
}
