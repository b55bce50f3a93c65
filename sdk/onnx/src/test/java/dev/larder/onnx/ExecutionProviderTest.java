package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class ExecutionProviderTest {

  private final Properties properties = new Properties();

  @Test
  void itIsTheProcessorWhereNothingIsSaid() {
    assertThat(ExecutionProvider.of(properties)).isEqualTo(ExecutionProvider.CPU);
  }

  @Test
  void aPropertyNamesAnother() {
    properties.setProperty(ExecutionProvider.PROPERTY, "coreml");

    assertThat(ExecutionProvider.of(properties)).isEqualTo(ExecutionProvider.COREML);
  }

  @Test
  void aNameThatIsNoneIsToldWithThoseThatAre() {
    properties.setProperty(ExecutionProvider.PROPERTY, "gpu");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExecutionProvider.of(properties))
        .withMessage(
            "The property models.onnx.provider is \"gpu\", not one of cpu, cuda, coreml, directml");
  }
}
