package dev.larder.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingRequestTest {

  @Test
  void textsAreCutWhereNothingElseIsSaid() {
    EmbeddingRequest request = EmbeddingRequest.of(List.of("a"), TextRole.QUERY);

    assertThat(request.overlong()).isEqualTo(Overlong.TRUNCATE);
    assertThat(request.task()).isNull();
  }

  @Test
  void oneThingIsChangedAndTheOthersStay() {
    EmbeddingRequest request =
        EmbeddingRequest.of(List.of("a"), TextRole.QUERY)
            .withTask("Find a pair")
            .withOverlong(Overlong.FAIL);

    assertThat(request)
        .isEqualTo(
            new EmbeddingRequest(List.of("a"), TextRole.QUERY, Overlong.FAIL, "Find a pair"));
  }

  @Test
  void laterChangesOfTheListAreNotSeen() {
    List<String> texts = new ArrayList<>(List.of("a"));
    EmbeddingRequest request = EmbeddingRequest.of(texts, TextRole.DOCUMENT);
    texts.add("b");

    assertThat(request.texts()).containsExactly("a");
  }

  @Test
  void aNullTextIsRefused() {
    assertThatNullPointerException()
        .isThrownBy(() -> EmbeddingRequest.of(Collections.singletonList(null), TextRole.DOCUMENT));
  }

  @Test
  void documentsHaveNoTask() {
    EmbeddingRequest documents = EmbeddingRequest.of(List.of("a"), TextRole.DOCUMENT);

    assertThatIllegalArgumentException().isThrownBy(() -> documents.withTask("Find a pair"));
  }

  @Test
  void aTextThatIsTooLongIsNamed() {
    OverlongTextException e = new OverlongTextException("minilm:onnx-int8", 3, 812, 256);

    assertThat(e).hasMessage("Text 3 has at least 812 tokens, and \"minilm:onnx-int8\" reads 256");
    assertThat(List.of(e.index(), e.tokens(), e.maxTokens())).containsExactly(3, 812, 256);
  }
}
