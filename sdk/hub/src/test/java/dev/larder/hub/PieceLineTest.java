package dev.larder.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten bytes in pieces of four. */
final class PieceLineTest {

  private final PieceLine line = new PieceLine(0, 10);

  @BeforeEach
  void employTwo() {
    line.add(ByteBuffer.allocate(4));
    line.add(ByteBuffer.allocate(4));
    line.employ(2);
  }

  @Test
  void bytesAreTakenInTheFilesOrder() throws Exception {
    Piece first = claim(0);
    Piece second = claim(1);
    write(second, "4567");
    write(first, "01");

    assertThat(take()).isEqualTo("01");
    write(first, "23");
    assertThat(take()).isEqualTo("23");
    assertThat(take()).isEqualTo("4567");
    Piece last = claim(0);
    write(last, "89");
    assertThat(take()).isEqualTo("89");
    assertThat(last.end()).isEqualTo(10);
    assertThat(line.claim(0)).isNull();
  }

  @Test
  void aPieceThatIsGivenBackIsContinuedByAnother() throws Exception {
    Piece first = claim(0);
    Piece second = claim(1);
    write(second, "45");

    assertThat(line.giveBack(second, 1)).isTrue();

    assertThat(line.claim(1)).as("it is not needed any more").isNull();
    assertThat(line.employ(8)).isEqualTo(1);
    write(first, "0123");
    assertThat(claim(0)).isSameAs(second);
    assertThat(second.next()).isEqualTo(6);
  }

  @Test
  void whoWaitsForMemoryGetsAPieceThatIsGivenBack() throws Exception {
    line.employ(3);
    claim(0);
    Piece refused = claim(2);
    line.employ(2);
    CompletableFuture<Piece> waiting = waitingFor(1);

    assertThat(line.giveBack(refused, 2)).isTrue();

    assertThat(waiting).succeedsWithin(Duration.ofSeconds(10)).isSameAs(refused);
  }

  @Test
  void theLastWorkerKeepsItsPiece() throws Exception {
    assertThat(line.giveBack(claim(0), 0)).isFalse();
  }

  @Test
  void whatHasComeBeforeAFaultIsTaken() throws Exception {
    write(claim(0), "012");
    line.fail(PassingFault.tryAgain("it rains"));

    assertThat(line.hasMore()).isFalse();
    assertThat(take()).isEqualTo("012");
    assertThatThrownBy(line::take).isInstanceOf(PassingFault.class).hasMessage("it rains");
  }

  @Test
  void aClosedLineGivesNoPieces() throws Exception {
    line.close();

    assertThat(line.claim(0)).isNull();
  }

  private Piece claim(int worker) throws InterruptedException {
    return Objects.requireNonNull(line.claim(worker));
  }

  /** Another thread that asks for a piece when there is no memory for one. */
  private CompletableFuture<Piece> waitingFor(int worker) throws InterruptedException {
    CompletableFuture<Piece> claimed = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                claimed.complete(claim(worker));
              } catch (InterruptedException e) {
                claimed.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.sleep(1);
    }
    return claimed;
  }

  private void write(Piece piece, String text) {
    piece.written().put(text.getBytes(StandardCharsets.US_ASCII));
    line.announce(piece);
  }

  private String take() throws Exception {
    return StandardCharsets.US_ASCII.decode(line.take()).toString();
  }
}
