package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class StoreLayoutTest {

  private final Properties properties = new Properties();

  @Test
  void isInTheHomeOfTheUserUnlessToldOtherwise() {
    properties.setProperty("user.home", "/home/user");
    assertThat(StoreLayout.of(properties, Map.of()).home())
        .isEqualTo(Path.of("/home/user/.larder"));
  }

  @Test
  void theEnvironmentNamesAnotherFolder() {
    assertThat(StoreLayout.of(properties, Map.of("LARDER_MODELS_DIR", "/big/disk")).home())
        .isEqualTo(Path.of("/big/disk"));
  }

  @Test
  void thePropertyGoesBeforeTheEnvironment() {
    properties.setProperty("models.dir", "/build/store");
    assertThat(StoreLayout.of(properties, Map.of("LARDER_MODELS_DIR", "/big/disk")).home())
        .isEqualTo(Path.of("/build/store"));
  }
}
