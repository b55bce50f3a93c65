package dev.larder.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.InterruptedCallException;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.Integrity;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.core.store.WantedModel;
import dev.larder.testkit.hub.Content;
import dev.larder.testkit.hub.HubRepository;
import dev.larder.testkit.hub.StandInHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A model that comes over HTTPS, in pieces and in one, while its caller is interrupted. */
@Timeout(120)
final class InterruptedFetchTest {

  private static final StandInHub HUB = StandInHub.start();
  private static final LockedModel MODEL = publish(HUB.repository("acme/interrupted"));
  private static final Duration LONGER_THAN_THE_TEST = Duration.ofMinutes(10);
  private static final PieceSizes SMALL =
      new PieceSizes(16 << 10, 4, 32 << 10, 32 << 10, Duration.ZERO, Duration.ofSeconds(2));

  private static final HubFetcher FETCHER = new HubFetcher(settings(), client());

  @TempDir private Path folder;
  private final ExecutorService executor = Executors.newSingleThreadExecutor();

  private static LockedModel publish(HubRepository repository) {
    Content network = Content.seeded(1, 400_000);
    Content tokenizer = Content.seeded(2, 5_000);
    repository.largeFile("model.onnx", network).file("tokenizer.json", tokenizer);
    return new LockedModel(
        Selector.parse("acme"),
        "onnx-fp32",
        Source.parse("hf:" + repository.name()),
        repository.commit(),
        8,
        "MIT",
        Integrity.CATALOG,
        List.of(
            new LockedFile(FileRole.MODEL, "model.onnx", network.sha256(), network.length()),
            new LockedFile(
                FileRole.TOKENIZER, "tokenizer.json", tokenizer.sha256(), tokenizer.length())));
  }

  private static HubSettings settings() {
    return new HubSettings(HUB.endpoint(), null, Proxies.OF_THE_JVM, null, LONGER_THAN_THE_TEST);
  }

  private static HttpsClient client() {
    return new HttpsClient(
        () ->
            new Connections(LONGER_THAN_THE_TEST, Proxies.OF_THE_JVM)
                .builder()
                .sslSocketFactory(HUB.tls().sslSocketFactory(), HUB.tls().trustManager())
                .build(),
        Pause.SLEEP,
        Pace.STANDARD,
        new PieceBuffers(SMALL));
  }

  @AfterEach
  void end() {
    executor.shutdownNow();
  }

  @AfterAll
  static void endHub() {
    FETCHER.close();
    HUB.close();
  }

  @RepeatedTest(60)
  void aCancelledFetchEndsWithItsThreadsAndTheNextOneSucceeds(RepetitionInfo repetition)
      throws Exception {
    ModelStore store = new ModelStore(new StoreLayout(folder));
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Optional<RuntimeException>> failure = new CompletableFuture<>();
    Future<?> future =
        executor.submit(
            () -> {
              begun.countDown();
              try {
                install(store);
                failure.complete(Optional.empty());
              } catch (InterruptedCallException e) {
                boolean flag = Thread.currentThread().isInterrupted();
                failure.complete(flag ? Optional.of(e) : Optional.of(new CompletionException(e)));
              } catch (RuntimeException e) {
                failure.complete(Optional.of(e));
              }
            });
    begun.await();
    waitFor(new Random(repetition.getCurrentRepetition()).nextInt(60_000_000));
    future.cancel(true);

    failure.get().ifPresent(e -> assertThat(e).isInstanceOf(InterruptedCallException.class));
    nobodyDownloads();
    install(store);
    assertThat(store.verify(MODEL)).isEmpty();
    assertThat(HUB.log().leaks()).isEmpty();
  }

  private void install(ModelStore store) {
    store.install(
        List.of(WantedModel.of(MODEL)),
        new Fetchers(List.of(FETCHER), List.of()),
        TransferListener.SILENT);
  }

  private static void waitFor(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static void nobodyDownloads() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("larder-")) {
        // It has nothing more to do, but may not be gone yet.
        thread.join(5000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }
}
