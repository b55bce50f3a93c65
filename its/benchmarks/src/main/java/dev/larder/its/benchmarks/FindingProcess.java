package dev.larder.its.benchmarks;

import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A JVM that looks for the model of a lock in a store; both are its arguments. */
final class FindingProcess {

  private FindingProcess() {}

  public static void main(String[] arguments) throws IOException {
    ModelStore store = new ModelStore(new StoreLayout(Path.of(arguments[1])));
    if (store.find(model(Path.of(arguments[0]))).isEmpty()) {
      throw new IllegalStateException("The model is not in " + arguments[1]);
    }
  }

  /** Where the model of a lock lies in a store. */
  static Path folder(Path lock, Path store) throws IOException {
    return new StoreLayout(store).folder(model(lock));
  }

  private static LockedModel model(Path lock) throws IOException {
    try (InputStream input = Files.newInputStream(lock)) {
      return LockFormat.read(input, lock.toString()).models().get(0);
    }
  }
}
