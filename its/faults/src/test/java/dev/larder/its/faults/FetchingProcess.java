package dev.larder.its.faults;

import dev.larder.api.ModelException;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.core.store.WantedModel;
import dev.larder.testkit.hub.StandInHub;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A process of its own that fetches what a lock says, as a build does. Its exit code is 0 when
 * everything is there and 1 when a {@link ModelException} says why not; that is its output.
 */
final class FetchingProcess {

  private final Path folder;
  private final StandInHub hub;

  /**
   * @param folder a folder of the test's own, for trust store and output
   */
  FetchingProcess(Path folder, StandInHub hub) throws IOException {
    this.folder = folder;
    this.hub = hub;
    hub.tls().writeTrustStore(trustStore(), "changeit");
  }

  /** Starts a process with so many threads, each of which fetches everything. */
  Process start(Path lock, Path store, int threads) throws IOException {
    return start(List.of(), lock, store, threads);
  }

  /** Starts a process by a command that takes another command as its last arguments. */
  Process start(List<String> before, Path lock, Path store, int threads) throws IOException {
    return builder(
            before,
            FetchingProcess.class,
            System.getProperty("java.class.path"),
            List.of(lock.toString(), store.toString(), Integer.toString(threads)))
        .redirectOutput(Files.createTempFile(folder, "process-", ".log").toFile())
        .start();
  }

  /** A process that may use the hub, with one log for all that it says. */
  ProcessBuilder builder(
      List<String> before, Class<?> main, String classPath, List<String> arguments) {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-Djavax.net.ssl.trustStore=" + trustStore(),
            "-Djavax.net.ssl.trustStorePassword=changeit",
            "-classpath",
            classPath,
            main.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HF_ENDPOINT", hub.endpoint());
    builder.environment().put("HF_HUB_CACHE", folder.resolve("no-cache").toString());
    builder.environment().remove("HF_TOKEN");
    return builder;
  }

  private Path trustStore() {
    return folder.resolve("trust.p12");
  }

  public static void main(String[] arguments) throws Exception {
    LockedModel model;
    try (InputStream input = Files.newInputStream(Path.of(arguments[0]))) {
      model = LockFormat.read(input, arguments[0]).models().get(0);
    }
    StoreLayout layout = new StoreLayout(Path.of(arguments[1]));
    int count = Integer.parseInt(arguments[2]);
    ExecutorService threads = Executors.newFixedThreadPool(count);
    List<Future<?>> fetches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      fetches.add(threads.submit(() -> fetch(model, layout)));
    }
    threads.shutdown();
    try {
      for (Future<?> fetch : fetches) {
        fetch.get();
      }
    } catch (ExecutionException e) {
      System.out.println(e.getCause());
      System.exit(1);
    }
  }

  private static void fetch(LockedModel model, StoreLayout layout) {
    ModelStore store = new ModelStore(layout);
    if (store.find(model).isPresent()) {
      return;
    }
    try (Fetchers fetchers = Fetchers.onClassPath(FetchingProcess.class.getClassLoader())) {
      store.install(List.of(WantedModel.of(model)), fetchers, TransferListener.SILENT);
    }
  }
}
