package dev.larder.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWindowTest {

  @Test
  void aTextThatFitsIsOneWindow() {
    assertThat(TextWindow.of(16, 16)).containsExactly(new TextWindow(0, 16));
    assertThat(TextWindow.of(1, 16)).containsExactly(new TextWindow(0, 1));
  }

  @Test
  void anEighthOfAWindowIsInTheNextOneToo() {
    assertThat(TextWindow.of(40, 16))
        .containsExactly(new TextWindow(0, 16), new TextWindow(14, 30), new TextWindow(28, 40));
  }

  @ParameterizedTest
  @CsvSource({"17, 16", "1000, 16", "1000, 510", "511, 510", "9, 1", "100, 7"})
  void windowsCoverTheTextAndNoneIsLongerThanItsRoom(int tokens, int room) {
    List<TextWindow> windows = TextWindow.of(tokens, room);

    assertThat(windows.get(0).from()).isZero();
    assertThat(windows.get(windows.size() - 1).to()).isEqualTo(tokens);
    for (int i = 1; i < windows.size(); i++) {
      assertThat(windows.get(i).from()).isLessThanOrEqualTo(windows.get(i - 1).to());
      assertThat(windows.get(i).to()).isGreaterThan(windows.get(i - 1).to());
    }
    assertThat(windows).allMatch(window -> window.length() <= room && window.length() > 0);
  }

  @Test
  void theMeanOfWindowsIsWeightedByTheirTokens() {
    WindowMean mean = new WindowMean(2);
    mean.add(new float[] {1, 0}, new TextWindow(0, 30));
    mean.add(new float[] {0, 1}, new TextWindow(25, 35));

    assertThat(mean.vector()).containsExactly(new float[] {0.75f, 0.25f}, within(1e-7f));
  }
}
