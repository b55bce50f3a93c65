package dev.larder.llama.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopStringsTest {

  private static String read(StopStrings stop, String text, int pieceLength) {
    StringBuilder handed = new StringBuilder();
    for (int i = 0; i < text.length() && !stop.found(); i += pieceLength) {
      handed.append(stop.after(text.substring(i, Math.min(text.length(), i + pieceLength))));
    }
    return handed.append(stop.rest()).toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 100})
  void theAnswerEndsBeforeTheFirstThatComesUp(int pieceLength) {
    StopStrings stop = new StopStrings(List.of("world", "round the", "absent"));

    assertThat(read(stop, "sailed round the world", pieceLength)).isEqualTo("sailed ");
    assertThat(stop.found()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 100})
  void whatOnlyBeginsLikeOneIsHandedOn(int pieceLength) {
    StopStrings stop = new StopStrings(List.of("round about", "woe"));

    assertThat(read(stop, "sailed round the wo", pieceLength)).isEqualTo("sailed round the wo");
    assertThat(stop.found()).isFalse();
  }

  @Test
  void nothingThatMayBeginOneIsHandedOnEarly() {
    StopStrings stop = new StopStrings(List.of("aab"));

    assertThat(stop.after("xaa")).isEqualTo("x");
    assertThat(stop.after("a")).isEqualTo("a");
    assertThat(stop.after("bc")).isEmpty();
    assertThat(stop.found()).isTrue();
    assertThat(stop.rest()).isEmpty();
  }

  @Test
  void withoutStringsEverythingIsHandedOn() {
    assertThat(read(new StopStrings(List.of()), "all of it", 4)).isEqualTo("all of it");
  }
}
