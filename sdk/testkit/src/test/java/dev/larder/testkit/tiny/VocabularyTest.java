package dev.larder.testkit.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class VocabularyTest {

  static List<BertShape> shapes() {
    return List.of(BertShape.tiny(), BertShape.miniLm());
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyPieceIsThereOnceHoweverItIsSpelled(BertShape shape) {
    List<Piece> pieces = EnglishPieces.ofCount(shape.vocabulary());

    assertThat(pieces).hasSize(shape.vocabulary());
    assertThat(pieces.stream().map(Piece::text)).doesNotHaveDuplicates();
    assertThat(pieces.stream().map(BertGguf::spelling)).doesNotHaveDuplicates();
  }

  @Test
  void everyVisibleAsciiCharacterCanBeginAWord() {
    Vocabulary vocabulary = new Vocabulary(EnglishPieces.ofCount(BertShape.tiny().vocabulary()));

    assertThat(IntStream.range('!', 0x7F).filter(c -> !Character.isUpperCase(c)))
        .allSatisfy(c -> assertThat(vocabulary.id(Character.toString(c))).isPositive());
  }

  @Test
  void aStemHasItsWordsRoot() {
    Vocabulary vocabulary = new Vocabulary(EnglishPieces.ofCount(BertShape.tiny().vocabulary()));

    assertThat(vocabulary.pieces().get(vocabulary.id("berr")).root()).isEqualTo("berry");
  }

  @Test
  void tooFewPiecesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EnglishPieces.ofCount(100))
        .withMessageContaining("the words alone need");
  }
}
