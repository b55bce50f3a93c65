package dev.larder.maven.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountsTest {

  @Test
  void timesAreInUnitsThatPeopleRead() {
    assertThat(Amounts.seconds(0.4)).isEqualTo("0 s");
    assertThat(Amounts.seconds(59.4)).isEqualTo("59 s");
    assertThat(Amounts.seconds(125)).isEqualTo("2 min 5 s");
    assertThat(Amounts.seconds(12_000)).isEqualTo("3 h 20 min");
  }

  @Test
  void speedsAreInBytesASecond() {
    assertThat(Amounts.speed(12_345_678)).isEqualTo("12.3 MB/s");
  }
}
