package dev.larder.llama.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WorkerSettingsTest {

  private final Properties properties = new Properties();

  @Test
  void aWorkerIsAProcessThatStaysWhereNothingIsSaid() {
    assertThat(WorkerSettings.of(properties))
        .isEqualTo(new WorkerSettings(false, Duration.ZERO, 4096));
  }

  @Test
  void anApplicationCanSayOtherwise() {
    properties.setProperty("models.llama.inProcess", "true");
    properties.setProperty("models.llama.idleSeconds", "90");
    properties.setProperty("models.llama.contextTokens", "8192");

    assertThat(WorkerSettings.of(properties))
        .isEqualTo(new WorkerSettings(true, Duration.ofSeconds(90), 8192));
  }

  @Test
  void whatIsNoNumberIsQuoted() {
    properties.setProperty("models.llama.idleSeconds", "1m");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorkerSettings.of(properties))
        .withMessage("The property models.llama.idleSeconds is \"1m\", not a number from 0");
  }
}
