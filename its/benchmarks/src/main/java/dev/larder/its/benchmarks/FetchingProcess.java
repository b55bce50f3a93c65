package dev.larder.its.benchmarks;

import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.core.store.WantedModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A JVM that fetches the model of the lock that its argument names, once into each of the stores
 * that its input names, a line each; a line of output says that it is there.
 */
final class FetchingProcess {

  static final String DONE = "done";

  private FetchingProcess() {}

  public static void main(String[] arguments) throws IOException {
    LockedModel model;
    try (InputStream input = Files.newInputStream(Path.of(arguments[0]))) {
      model = LockFormat.read(input, arguments[0]).models().get(0);
    }
    BufferedReader stores =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String store = stores.readLine(); store != null; store = stores.readLine()) {
      try (Fetchers fetchers = Fetchers.onClassPath(FetchingProcess.class.getClassLoader())) {
        new ModelStore(new StoreLayout(Path.of(store)))
            .install(List.of(WantedModel.of(model)), fetchers, TransferListener.SILENT);
      }
      System.out.println(DONE);
    }
  }
}
