package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.GenerationRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every generation engine publishes, tried with one that answers at once. */
class GenerationPublisherTest {

  private final FakeGenerationEngine engine = new FakeModels().generation("smollm2-135m-instruct");

  /** Asks for so many pieces at a time. */
  private static final class Reader implements Flow.Subscriber<String> {

    private final long atOnce;
    private final List<String> pieces = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private final CompletableFuture<List<String>> end = new CompletableFuture<>();

    Reader(long atOnce) {
      this.atOnce = atOnce;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription.complete(given);
      if (atOnce != 0) {
        given.request(atOnce);
      }
    }

    @Override
    public void onNext(String piece) {
      pieces.add(piece);
      if (atOnce != 0) {
        subscription.join().request(atOnce);
      }
    }

    @Override
    public void onError(Throwable failure) {
      end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      end.complete(pieces);
    }
  }

  private Reader read(String text, long atOnce) {
    Reader reader = new Reader(atOnce);
    engine.publish(GenerationRequest.of(text)).subscribe(reader);
    return reader;
  }

  @Test
  void allPiecesComeInTheirOrder() throws Exception {
    assertThat(read("so it goes", 1).end.get(10, TimeUnit.SECONDS))
        .containsExactly("so ", "it ", "goes");
    assertThat(read("so it goes", Long.MAX_VALUE).end.get(10, TimeUnit.SECONDS))
        .containsExactly("so ", "it ", "goes");
  }

  @Test
  void nothingComesUnasked() throws Exception {
    Reader reader = read("so it goes", 0);
    reader.subscription.get(10, TimeUnit.SECONDS).request(2);
    reader.subscription.get().cancel();

    assertThat(reader.pieces).hasSizeLessThanOrEqualTo(2);
    assertThat(reader.end).isNotDone();
  }

  @Test
  void askingForNothingIsAnError() {
    assertThat(read("so it goes", -1).end)
        .failsWithin(10, TimeUnit.SECONDS)
        .withThrowableThat()
        .withCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRequestThatCannotBeAnsweredIsAnError() {
    String tooLong = "word ".repeat(engine.maxTokens());

    assertThat(read(tooLong, 1).end)
        .failsWithin(10, TimeUnit.SECONDS)
        .withThrowableThat()
        .withMessageContaining("leave no room");
  }
}
