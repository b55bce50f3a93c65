package dev.larder.core.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GgufPartsTest {

  private static final String FIRST = "q8/words-00001-of-00002.gguf";
  private static final String SECOND = "q8/words-00002-of-00002.gguf";

  private static Optional<String> problem(SampleGguf file, String model, String... files) {
    byte[] bytes = file.bytes();
    return GgufParts.problem(
        GgufHeader.of(ByteBuffer.wrap(bytes), bytes.length), model, List.of(files));
  }

  private static SampleGguf part(int number) {
    return SampleGguf.encoder().number("split.no", number).number("split.count", 2);
  }

  @Test
  void aWholeModelAndAllPartsOfOneAreRight() {
    assertThat(problem(SampleGguf.encoder(), "words.gguf", "words.gguf")).isEmpty();
    assertThat(problem(part(0), FIRST, FIRST, SECOND)).isEmpty();
  }

  @Test
  void theSecondPartIsNotTheModel() {
    assertThat(problem(part(1), SECOND, FIRST, SECOND))
        .hasValue("its file is part 2 of 2; the model is the first, " + FIRST);
  }

  @Test
  void aMissingPartIsNamed() {
    assertThat(problem(part(0), FIRST, FIRST))
        .hasValue(
            "its file is part 1 of 2, and %s is not among the files of the model"
                .formatted(SECOND));
  }

  @Test
  void partsAreFoundByTheirNames() {
    assertThat(problem(part(0), "words.gguf", "words.gguf", SECOND).orElseThrow())
        .contains("its file is part 1 of 2, and not named as parts are");
  }
}
