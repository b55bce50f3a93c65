package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionsTest {

  /** How often the second session was asked for. */
  private int opened;

  private final OrtSession wide = session();
  private final OrtSession narrow = session();
  private final OrtSession other = session();

  @Test
  void aLoneRunIsInTheFirstSession() throws OrtException {
    try (Sessions sessions = sessions(2)) {
      assertThat(sessions.<OrtSession>run(session -> session)).isSameAs(wide);
      assertThat(sessions.<OrtSession>run(session -> session)).isSameAs(wide);
      assertThat(opened).isZero();
    }
  }

  @Test
  void runsBesideOthersAreInTheSecondWhichIsOpenedOnce() throws OrtException {
    try (Sessions sessions = sessions(2)) {
      for (int i = 0; i < 3; i++) {
        assertThat(nested(sessions, 3)).containsExactly(wide, narrow, narrow);
      }
      assertThat(opened).isEqualTo(1);
    }
  }

  @Test
  void halfOfTheProcessorsHaveRunsInTheFirst() throws OrtException {
    try (Sessions sessions = sessions(5)) {
      assertThat(nested(sessions, 4)).containsExactly(wide, wide, narrow, narrow);
    }
  }

  @Test
  void whereThereIsNoSecondTheFirstServesAll() throws OrtException {
    try (Sessions sessions = Sessions.only(wide);
        Sessions others = new Sessions(narrow, Optional::empty, 2)) {
      assertThat(nested(sessions, 2)).containsExactly(wide, wide);
      assertThat(nested(others, 3)).containsExactly(narrow, narrow, narrow);
    }
  }

  @Test
  void closingClosesBoth() throws OrtException {
    try (Sessions sessions = sessions(2)) {
      assertThat(nested(sessions, 2)).containsExactly(wide, narrow);
    }

    assertThatThrownBy(wide::getInputInfo).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(narrow::getInputInfo).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void runsOfBothFormsOfANetworkAreCountedTogether() throws OrtException {
    try (SessionsByLength sessions =
        new SessionsByLength(
            new Sessions(wide, () -> Optional.of(narrow), 2),
            Optional.of(first -> first.beside(other, Optional::empty)))) {
      List<OrtSession> both =
          sessions.run(
              SessionsByLength.SHORT + 1,
              longer -> List.of(longer, sessions.run(SessionsByLength.SHORT, shorter -> shorter)));

      assertThat(both).containsExactly(other, narrow);
      assertThat(sessions.<OrtSession>run(SessionsByLength.SHORT, shorter -> shorter))
          .isSameAs(wide);
    }
    assertThatThrownBy(other::getInputInfo).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(wide::getInputInfo).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aNetworkOfOneFormHasTheSameSessionsForAllTexts() throws OrtException {
    try (SessionsByLength sessions = SessionsByLength.only(Sessions.only(other))) {
      assertThat(sessions.hasFormForShortTexts()).isFalse();
      assertThat(sessions.<OrtSession>run(500, session -> session)).isSameAs(other);
      assertThat(sessions.<OrtSession>run(1, session -> session)).isSameAs(other);
    }
  }

  private Sessions sessions(int processors) {
    return new Sessions(
        wide,
        () -> {
          opened++;
          return Optional.of(narrow);
        },
        processors);
  }

  /** The sessions of runs each of which goes on while the next begins. */
  private static List<OrtSession> nested(Sessions sessions, int depth) throws OrtException {
    return sessions.run(
        session -> {
          List<OrtSession> all = new ArrayList<>(List.of(session));
          if (depth > 1) {
            all.addAll(nested(sessions, depth - 1));
          }
          return all;
        });
  }

  private static OrtSession session() {
    try {
      return OrtEnvironment.getEnvironment()
          .createSession(new AttentionGraph().model().toByteArray());
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
