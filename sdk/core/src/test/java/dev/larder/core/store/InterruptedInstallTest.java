package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.InterruptedCallException;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.fetch.FileTransfer;
import dev.larder.core.fetch.TransferListener;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An interrupt ends one call, and nothing else. */
@Timeout(300)
class InterruptedInstallTest {

  private static final int TRIES = 200;

  @TempDir private Path folder;
  private StoreLayout layout;
  private ModelStore store;

  private final InMemorySource content =
      new InMemorySource()
          .with("model.onnx", "a network ".repeat(500))
          .with("tokenizer.json", "{}".repeat(500));
  private final Portions source = new Portions(content);
  private final ExecutorService executor = Executors.newSingleThreadExecutor();

  @BeforeEach
  void openStore() {
    layout = new StoreLayout(folder.resolve("larder"));
    store =
        new ModelStore(
            new StorePlaces(layout, List.of(), new HuggingFaceCache(folder.resolve("hf"))),
            Duration.ofSeconds(20),
            Clock.systemUTC());
  }

  @AfterEach
  void endExecutor() {
    executor.shutdownNow();
    assertThat(Thread.interrupted()).as("the flag of the test's own thread").isFalse();
  }

  private WantedModel wanted() {
    return content.wants("model.onnx", "tokenizer.json");
  }

  private Installation install(TransferListener listener) {
    return store
        .install(List.of(wanted()), new Fetchers(List.of(source), List.of()), listener)
        .get(0);
  }

  /** As a framework does that has no more time for a task. */
  @Test
  void aCancelledFutureSpoilsNothing() throws Exception {
    for (int i = 0; i < 14; i++) {
      Moment moment = new Moment(1 + i);
      Future<?> future = executor.submit(() -> install(moment));
      moment.reached.await();
      future.cancel(true);

      assertThat(install(TransferListener.SILENT).folder()).isDirectory();
      everythingIsAtRest();
      store.remove(wanted().locked(install(TransferListener.SILENT).model().files()));
    }
  }

  @RepeatedTest(TRIES)
  void anyMomentEndsInSuccessOrInTheErrorAndTheNextCallSucceeds(RepetitionInfo repetition)
      throws InterruptedException {
    Random random = new Random(repetition.getCurrentRepetition());
    Moment moment = new Moment(random.nextInt(55));
    long nanos = random.nextInt(3) == 0 ? 0 : random.nextInt(3_000_000);

    Attempt attempt = Attempt.start(() -> install(moment), moment);
    moment.reached.await();
    long until = System.nanoTime() + nanos;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    attempt.interrupt();

    attempt.endedWellOrInterrupted();
    everythingIsAtRest();
    Installation next = install(TransferListener.SILENT);
    assertThat(store.find(next.model())).isPresent();
    assertThat(store.verify(next.model())).isEmpty();
    assertThat(store.record().find(next.model())).isPresent();
  }

  @Test
  void aThreadThatWasInterruptedBeforeGetsTheErrorOrWhatIsThere() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> install(TransferListener.SILENT))
        .isInstanceOf(InterruptedCallException.class)
        .hasMessageContaining("Fetching small:onnx-fp32 was interrupted.");
    assertThat(Thread.interrupted()).isTrue();

    Installation installed = install(TransferListener.SILENT);

    Thread.currentThread().interrupt();
    assertThat(store.find(installed.model())).isPresent();
    assertThat(store.record().find(installed.model())).isPresent();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whatHasArrivedIsKeptAndTheNextCallGoesOnFromThere() throws InterruptedException {
    Moment moment = new Moment(12);
    source.stopsAt(moment);
    Attempt attempt = Attempt.start(() -> install(moment), moment);
    moment.reached.await();
    attempt.interrupt();
    assertThat(attempt.failure()).isInstanceOf(InterruptedCallException.class);
    source.stopsAt(null);

    AtomicInteger resumed = new AtomicInteger();
    install(
        new TransferListener() {
          @Override
          public void starts(FileTransfer file) {
            resumed.addAndGet((int) file.resumedFrom());
          }
        });

    assertThat(resumed.get()).isPositive();
  }

  @Test
  void whoWaitsForAnothersDownloadIsFreedAndTheOtherGoesOn() throws InterruptedException {
    Moment first = new Moment(4);
    source.stopsAt(first);
    Attempt fetching = Attempt.start(() -> install(first), first);
    first.reached.await();

    Attempt waiting = Attempt.start(() -> install(TransferListener.SILENT), first);
    waiting.interrupt();
    assertThat(waiting.failure()).isInstanceOf(InterruptedCallException.class);

    source.stopsAt(null);
    first.goOn.countDown();
    assertThat(fetching.failure()).isNull();
  }

  /** Nobody fetches, and every lock can be had at once. */
  private void everythingIsAtRest() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("larder-fetch")) {
        // It has done everything, but may not be gone yet.
        thread.join(5000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
    StoreLocks impatient = new StoreLocks(Duration.ZERO);
    for (String name : List.of(content.digest("model.onnx"), content.digest("tokenizer.json"))) {
      assertThat(impatient.whileHolding("a file", layout.lock(name), who -> {}, () -> "free"))
          .isEqualTo("free");
    }
  }

  /** Says when something has been heard of the files so many times. */
  private static final class Moment implements TransferListener {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger left;

    Moment(int after) {
      left = new AtomicInteger(after);
      if (after == 0) {
        reached.countDown();
      }
    }

    private void pass() {
      if (left.decrementAndGet() == 0) {
        reached.countDown();
      }
    }

    @Override
    public void starts(FileTransfer file) {
      pass();
    }

    @Override
    public void receives(FileTransfer file, long bytes) {
      pass();
    }

    @Override
    public void ends(FileTransfer file) {
      pass();
    }
  }

  /** Sends files in portions; at a moment it may be told to say no more until it may go on. */
  private static final class Portions implements Fetcher {
    private final InMemorySource content;
    private final AtomicReference<@Nullable Moment> stop = new AtomicReference<>();

    Portions(InMemorySource content) {
      this.content = content;
    }

    void stopsAt(@Nullable Moment moment) {
      stop.set(moment);
    }

    @Override
    public boolean fetches(Source source) {
      return true;
    }

    @Override
    public Fetched fetch(FetchRequest request) {
      byte[] bytes = content.content(request.file().path());
      while (request.sink().size() < bytes.length) {
        Moment moment = stop.get();
        if (moment != null && moment.reached.getCount() == 0) {
          await(moment);
        }
        int from = (int) request.sink().size();
        int count = Math.min(bytes.length - from, 1 + bytes.length / 20);
        request.sink().append(ByteBuffer.wrap(bytes, from, count));
      }
      return new Fetched(
          Origin.HUB, "https://hub.test/" + request.file().path(), InMemorySource.COMMIT);
    }

    private static void await(Moment moment) {
      try {
        moment.goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedCallException("The source", e);
      }
    }
  }

  /** A call in a thread of its own. */
  private static final class Attempt {
    private final Thread thread;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean flag;

    private Attempt(Runnable call, Moment moment) {
      thread =
          new Thread(
              () -> {
                try {
                  call.run();
                } catch (RuntimeException | Error e) {
                  failure.set(e);
                } finally {
                  flag = Thread.currentThread().isInterrupted();
                  moment.reached.countDown();
                }
              });
    }

    static Attempt start(Runnable call, Moment moment) {
      Attempt attempt = new Attempt(call, moment);
      attempt.thread.start();
      return attempt;
    }

    void interrupt() {
      thread.interrupt();
    }

    @Nullable Throwable failure() throws InterruptedException {
      thread.join();
      return failure.get();
    }

    void endedWellOrInterrupted() throws InterruptedException {
      Throwable thrown = failure();
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(InterruptedCallException.class);
        assertThat(flag).as("the interrupt flag").isTrue();
      }
    }
  }
}
