package dev.larder.maven.initialisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.maven.SampleStore;
import dev.larder.maven.questions.Answer;
import dev.larder.maven.questions.Question;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MissingModelsTest {

  private final MissingModels missing =
      new MissingModels(Stream.of("small", "walled").map(SampleStore::wanted).toList());

  @Test
  void areShownWithSizeAndLicence() {
    assertThat(missing.lines())
        .containsExactly(
            "MISSING  VARIANT    SIZE  LICENCE",
            "small    onnx-fp32  39 B  Apache-2.0",
            "walled   onnx-int8  39 B  Walled Terms",
            "Together 78 B");
  }

  @Test
  void areDownloadedUnlessSomebodySaysNo() {
    assertThat(missing.question()).isEqualTo(new Question("Download now?", Answer.YES));
  }

  @Test
  void whoSaidNoIsToldHowToGetThemLater() {
    assertThat(new Initialised(missing, Optional.empty()).lines())
        .isEqualTo(List.of("Nothing was fetched; mvn models:fetch does it later"));
  }
}
