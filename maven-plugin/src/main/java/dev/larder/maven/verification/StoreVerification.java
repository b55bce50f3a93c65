package dev.larder.maven.verification;

import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.FoundModel;
import dev.larder.core.store.ModelStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Hashes models of a store again. */
public final class StoreVerification {

  private final ModelStore store;

  public StoreVerification(ModelStore store) {
    this.store = store;
  }

  /** Looks at every file of the models. */
  public Verification run(List<LockedModel> models) {
    return new Verification(store.layout().home(), models.stream().map(this::verify).toList());
  }

  private Verified verify(LockedModel model) {
    // Asked before the files are hashed: a changed model is not seen any more afterwards.
    Path folder =
        store.look(model).map(FoundModel::folder).orElseGet(() -> store.layout().folder(model));
    Map<Boolean, List<String>> wrong =
        store.verify(model).stream()
            .map(LockedFile::path)
            .collect(Collectors.partitioningBy(path -> Files.isRegularFile(folder.resolve(path))));
    return Verified.of(
        model, wrong.getOrDefault(true, List.of()), wrong.getOrDefault(false, List.of()));
  }
}
