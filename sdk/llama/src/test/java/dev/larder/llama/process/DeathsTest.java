package dev.larder.llama.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class DeathsTest {

  private Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private final Deaths deaths =
      new Deaths(
          new InstantSource() {
            @Override
            public Instant instant() {
              return now;
            }
          });

  private void dies(int times) {
    for (int i = 0; i < times; i++) {
      deaths.add("was ended by signal 11 (SIGSEGV)");
      now = now.plus(Duration.ofMinutes(1));
    }
  }

  @Test
  void aFewAreNoReasonToGiveUp() {
    dies(4);

    assertThat(deaths.tooMany()).isEmpty();
  }

  @Test
  void manyInAShortTimeAre() {
    dies(5);

    assertThat(deaths.tooMany())
        .hasValue(
            "its worker has died 5 times within 10 minutes, and is left alone until"
                + " 2026-11-20T12:10:00Z; at last it was ended by signal 11 (SIGSEGV)");
  }

  @Test
  void afterAWhileItIsTriedAgain() {
    dies(5);
    now = now.plus(Duration.ofMinutes(5));
    assertThat(deaths.tooMany()).isEmpty();

    deaths.add("was ended by signal 11 (SIGSEGV)");
    assertThat(deaths.tooMany()).isPresent();
  }
}
