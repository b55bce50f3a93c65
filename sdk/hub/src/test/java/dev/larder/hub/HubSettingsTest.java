package dev.larder.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HubSettingsTest {

  @TempDir Path home;

  @Test
  void withoutVariablesItIsThePublicHubWithoutToken() {
    assertThat(HubSettings.of(Map.of(), home))
        .isEqualTo(
            new HubSettings(
                "https://huggingface.co", null, Proxies.OF_THE_JVM, null, Duration.ofSeconds(10)));
  }

  @Test
  void theEndpointCanBeAnother() {
    assertThat(HubSettings.of(Map.of("HF_ENDPOINT", "https://hub.test/hf/"), home).endpoint())
        .isEqualTo("https://hub.test/hf/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "TRUE", "yes", "on"})
  void theWordsForOfflineAreThoseOfHuggingfaceHub(String word) {
    assertThat(HubSettings.of(Map.of("HF_HUB_OFFLINE", word), home).offlineBecause())
        .isEqualTo("HF_HUB_OFFLINE=" + word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "false"})
  void otherWordsMeanOnline(String word) {
    assertThat(HubSettings.of(Map.of("HF_HUB_OFFLINE", word), home).offlineBecause()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"30, 30", "0, 10", "-3, 10", "soon, 10", "999999999, 3600"})
  void theTimeoutIsInSeconds(String text, long seconds) {
    assertThat(HubSettings.of(Map.of("HF_HUB_DOWNLOAD_TIMEOUT", text), home).readTimeout())
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void theTokenOfTheEnvironmentComesFirst() throws IOException {
    write(".cache/huggingface/token", "hf_file");

    assertThat(token(Map.of("HF_TOKEN", " hf_env\n"))).isEqualTo("hf_env");
    assertThat(token(Map.of("HF_TOKEN", " "))).isEqualTo("hf_file");
  }

  @Test
  void theTokensFileIsWhereHuggingfaceHubPutsIt() throws IOException {
    write("mine", "hf_named\n");
    write("hub-home/token", "hf_home\n");
    write("caches/huggingface/token", "hf_caches");
    String hubHome = home.resolve("hub-home").toString();

    assertThat(token(Map.of("HF_TOKEN_PATH", home + "/mine", "HF_HOME", hubHome)))
        .isEqualTo("hf_named");
    assertThat(token(Map.of("HF_TOKEN_PATH", "~/mine"))).isEqualTo("hf_named");
    assertThat(token(Map.of("HF_HOME", hubHome))).isEqualTo("hf_home");
    assertThat(token(Map.of("XDG_CACHE_HOME", home + "/caches"))).isEqualTo("hf_caches");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "a\0b"})
  void aTokenFileThatCannotBeReadIsNoToken(String file) {
    assertThat(HubSettings.of(Map.of("HF_TOKEN_PATH", file), home).credentials()).isNull();
  }

  @Test
  void eachSettingCanBeReplacedAlone() {
    Proxies proxies = uri -> Optional.empty();
    HubCredentials credentials = new UserAndPassword("me", "secret");

    assertThat(
            HubSettings.of(Map.of(), home)
                .endpoint("https://hub.test")
                .credentials(credentials)
                .proxies(proxies)
                .offline("mvn -o"))
        .isEqualTo(
            new HubSettings(
                "https://hub.test", credentials, proxies, "mvn -o", Duration.ofSeconds(10)));
  }

  @Test
  void theTokenIsNotInTheText() {
    assertThat(HubSettings.of(Map.of("HF_TOKEN", "hf_secret"), home).toString())
        .doesNotContain("hf_secret");
  }

  private String token(Map<String, String> environment) {
    HubCredentials credentials = HubSettings.of(environment, home).credentials();
    return credentials instanceof AccessToken token ? token.secret() : "none";
  }

  private void write(String file, String text) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.writeString(path, text);
  }
}
