package dev.larder.maven.verification;

import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.RecordedModel;
import dev.larder.core.store.ModelStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Hashes models again that were ever fetched into a store. */
public final class StoreVerification {

  private final ModelStore store;

  public StoreVerification(ModelStore store) {
    this.store = store;
  }

  /**
   * Looks at every file.
   *
   * @param names which models
   */
  public List<Verified> run(Predicate<String> names) {
    return store.record().read().models().stream()
        .map(RecordedModel::model)
        .filter(model -> names.test(model.key().name()))
        .map(this::verify)
        .toList();
  }

  private Verified verify(LockedModel model) {
    // Asked before the files are hashed: a changed model is not found any more afterwards.
    Path folder = store.find(model).orElseGet(() -> store.layout().folder(model));
    Map<Boolean, List<String>> wrong =
        store.verify(model).stream()
            .map(LockedFile::path)
            .collect(Collectors.partitioningBy(path -> Files.isRegularFile(folder.resolve(path))));
    return new Verified(
        model, wrong.getOrDefault(true, List.of()), wrong.getOrDefault(false, List.of()));
  }
}
