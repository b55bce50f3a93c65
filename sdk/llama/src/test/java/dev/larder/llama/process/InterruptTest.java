package dev.larder.llama.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.InterruptedCallException;
import dev.larder.llama.protocol.Answer;
import dev.larder.llama.protocol.FrameReader;
import dev.larder.llama.protocol.FrameWriter;
import dev.larder.llama.protocol.ModelUse;
import dev.larder.llama.protocol.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Interrupted callers of a worker at the other end of two pipes that an interrupt closes, as in
 * in-process mode. It counts the bytes of a text, so that every answer tells whose it is.
 */
@Timeout(120)
class InterruptTest {

  private static final int TRIES = 300;
  private static final List<String> TEXTS =
      IntStream.range(0, 100).mapToObj("text "::repeat).toList();
  private static final Request.Open OPEN =
      new Request.Open("model.gguf", ModelUse.EMBED_MEAN, 256, 2, 2, 1, "");

  private final AtomicInteger started = new AtomicInteger();
  private final CountDownLatch mayLoad = new CountDownLatch(1);
  private final CountDownLatch mayRead = new CountDownLatch(1);
  private final Supervisor supervisor =
      new Supervisor(
          new CheckedFile("words:gguf", Path.of("model.gguf"), "0".repeat(64)),
          OPEN,
          () -> new Counting().start(),
          Duration.ZERO,
          Supervisor.PATIENCE);

  @AfterEach
  void close() {
    supervisor.close();
  }

  @Test
  void noAnswerReachesTheWrongCallAndTheWorkerStays() throws Exception {
    mayLoad.countDown();
    mayRead.countDown();
    Random random = new Random(1);
    int interrupted = 0;
    for (int i = 0; i < TRIES; i++) {
      CompletableFuture<List<Integer>> result = new CompletableFuture<>();
      Thread impatient = start(result);
      long end = System.nanoTime() + random.nextInt(3_000_000);
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      impatient.interrupt();
      try {
        assertThat(result.get()).isEqualTo(lengths());
      } catch (ExecutionException e) {
        assertThat(e).hasCauseInstanceOf(InterruptedCallException.class);
        interrupted++;
      }
      assertThat(counts()).isEqualTo(lengths());
    }
    assertThat(interrupted).isPositive();
    assertThat(started).hasValue(1);
  }

  @Test
  void whoIsInterruptedWhileTheModelIsLoadedLeavesItToTheOthers() throws Exception {
    mayRead.countDown();
    CompletableFuture<List<Integer>> first = new CompletableFuture<>();
    Thread impatient = start(first);
    CompletableFuture<List<Integer>> second = new CompletableFuture<>();
    start(second);

    impatient.interrupt();
    assertThatThrownBy(first::get)
        .hasCauseInstanceOf(InterruptedCallException.class)
        .hasMessageContaining("The wait for the engine of words:gguf was interrupted.");
    mayLoad.countDown();

    assertThat(second.get()).isEqualTo(lengths());
    assertThat(started).hasValue(1);
  }

  /** What it does not read soon fills the pipe. */
  @Test
  void aWorkerThatDoesNotReadKeepsNobody() throws Exception {
    mayLoad.countDown();
    String large = "x".repeat(1 << 20);
    CompletableFuture<Answer.Counted> result = new CompletableFuture<>();
    Thread impatient =
        new Thread(
            () -> {
              try (Conversation conversation = converse()) {
                result.complete(count(conversation, large));
              } catch (RuntimeException e) {
                result.completeExceptionally(e);
              }
            });
    impatient.start();
    impatient.interrupt();
    assertThatThrownBy(result::get).hasCauseInstanceOf(InterruptedCallException.class);

    mayRead.countDown();
    assertThat(counts()).isEqualTo(lengths());
  }

  private Thread start(CompletableFuture<List<Integer>> result) {
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(counts());
              } catch (RuntimeException e) {
                result.completeExceptionally(e);
              }
            });
    thread.start();
    return thread;
  }

  private Conversation converse() {
    return new Conversation(supervisor, supervisor.acquire());
  }

  private static Answer.Counted count(Conversation conversation, String text) {
    return conversation.ask(call -> new Request.Count(call, text), Answer.Counted.class);
  }

  private List<Integer> counts() {
    try (Conversation conversation = converse()) {
      return conversation
          .askAll(TEXTS, text -> call -> new Request.Count(call, text), Answer.Counted.class)
          .stream()
          .map(Answer.Counted::tokens)
          .toList();
    }
  }

  private static List<Integer> lengths() {
    return TEXTS.stream().map(String::length).toList();
  }

  private final class Counting implements WorkerLink {

    private final Pipe requests = pipe();
    private final Pipe answers = pipe();

    Counting start() {
      started.incrementAndGet();
      Thread thread = new Thread(this::serve, "counting");
      thread.setDaemon(true);
      thread.start();
      return this;
    }

    private void serve() {
      try (OutputStream out = Channels.newOutputStream(answers.sink())) {
        FrameReader reader = new FrameReader(Channels.newInputStream(requests.source()));
        FrameWriter writer = new FrameWriter(out);
        assertThat(reader.request()).isEqualTo(OPEN);
        mayLoad.await();
        writer.write(new Answer.Ready(false));
        mayRead.await();
        for (Request request = reader.request(); request != null; request = reader.request()) {
          if (request instanceof Request.Count count) {
            writer.write(new Answer.Counted(count.call(), count.text().length()));
          }
        }
      } catch (IOException | InterruptedException e) {
        // Whoever waits for an answer is told that there is none.
      }
    }

    private static Pipe pipe() {
      try {
        return Pipe.open();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public OutputStream requests() {
      return Channels.newOutputStream(requests.sink());
    }

    @Override
    public InputStream answers() {
      return Channels.newInputStream(answers.source());
    }

    @Override
    public void opened() {}

    @Override
    public String obituary() {
      return "ended";
    }

    @Override
    public void close() {
      try {
        requests.sink().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
