package dev.larder.its.benchmarks.wordnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.larder.its.benchmarks.wordnet.ReverseDictionary.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExactSearchTest {

  /** More than a block, all around a circle. */
  private static final int LEMMAS = 1_000;

  @Test
  void theRankIsTheNumberOfWrongLemmasThatAreNearer() {
    Recall recall = ask(question(0), question(2, 700), question(500));

    assertThat(recall.ranks()).containsExactly(0, 3, 999);
  }

  @Test
  void recallIsThePartThatWasFoundAmongTheFirst() {
    Recall recall = ask(question(0), question(2), question(500), question(0));

    assertThat(recall.at(1)).isEqualTo(0.5);
    assertThat(recall.at(10)).isEqualTo(0.75);
  }

  @Test
  void everyQuestionOfManyGetsItsOwnAnswer() {
    List<Question> questions = new ArrayList<>(Collections.nCopies(100, question(0)));
    questions.set(77, question(500));

    assertThat(ask(questions.toArray(new Question[0])).ranks().get(77)).isEqualTo(999);
  }

  @Test
  void cutVectorsHaveLengthOneAgain() {
    UnitVectors cut = UnitVectors.of(List.of(new float[] {3, 4, 5})).cut(2);

    assertThat(cut.row(0)).containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
  }

  private static Recall ask(Question... questions) {
    List<float[]> lemmas = new ArrayList<>();
    for (int i = 0; i < LEMMAS; i++) {
      lemmas.add(direction(i));
    }
    return new ExactSearch(UnitVectors.of(lemmas))
        .ask(
            List.of(questions),
            UnitVectors.of(Collections.nCopies(questions.length, direction(0))));
  }

  private static float[] direction(int lemma) {
    double angle = 2 * Math.PI * lemma / LEMMAS;
    return new float[] {2 * (float) Math.cos(angle), 2 * (float) Math.sin(angle)};
  }

  private static Question question(Integer... right) {
    return new Question("", List.of(right));
  }
}
