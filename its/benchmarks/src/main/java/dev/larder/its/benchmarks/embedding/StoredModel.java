package dev.larder.its.benchmarks.embedding;

import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import dev.larder.its.benchmarks.models.RealModel;
import dev.larder.its.benchmarks.models.RealModels;
import java.nio.file.Path;

/**
 * A model in a store, as another process is told of it.
 *
 * @param selector what Larder's catalog calls it
 * @param network the file that both libraries run
 * @param tokenizer the file that both libraries make tokens by
 */
record StoredModel(String selector, Path network, Path tokenizer) {

  static StoredModel of(RealModels store, RealModel model) {
    InstalledModel installed = store.install(model);
    return new StoredModel(
        model.selector(), installed.file(FileRole.MODEL), installed.file(FileRole.TOKENIZER));
  }
}
