package dev.larder.maven.bom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BuildTimeTest {

  private static final Instant TIME = Instant.parse("2026-11-20T00:00:00Z");

  @Test
  void readsWhatReproducibleBuildsSay() {
    assertThat(BuildTime.parse("2026-11-20T00:00:00Z")).contains(TIME);
    assertThat(BuildTime.parse("2026-11-20T01:00:00+01:00")).contains(TIME);
    assertThat(BuildTime.parse(Long.toString(TIME.getEpochSecond()))).contains(TIME);
  }

  @Test
  void aBuildThatSaysNothingHasNoTime() {
    assertThat(BuildTime.parse(null)).isEmpty();
    assertThat(BuildTime.parse("")).isEmpty();
    assertThat(BuildTime.parse("x")).isEmpty();
  }

  @Test
  void anythingElseIsAnError() {
    assertThatThrownBy(() -> BuildTime.parse("yesterday")).isInstanceOf(DateTimeException.class);
  }
}
