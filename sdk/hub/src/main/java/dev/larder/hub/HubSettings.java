package dev.larder.hub;

import dev.larder.api.OfflineException;
import dev.larder.core.catalog.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the hub is reached.
 *
 * @param endpoint the hub's address, perhaps with a path prefix; checked at the first fetch
 * @param credentials what gated and private repositories, or a manager in the hub's place, ask for
 * @param proxies the way out of this network
 * @param offlineBecause what says that there is to be no network; null where there may be one
 * @param readTimeout after how long a silent connection is given up
 */
public record HubSettings(
    String endpoint,
    @Nullable HubCredentials credentials,
    Proxies proxies,
    @Nullable String offlineBecause,
    Duration readTimeout) {

  private static final String PUBLIC_HUB = "https://huggingface.co";

  /** What huggingface_hub takes where {@code HF_HUB_DOWNLOAD_TIMEOUT} is not set. */
  private static final Duration DEFAULT_READ_TIMEOUT = Duration.ofSeconds(10);

  private static final Duration LONGEST_READ_TIMEOUT = Duration.ofHours(1);

  private static final int MAX_TOKEN_BYTES = 4096;
  private static final Set<String> TRUE = Set.of("1", "ON", "YES", "TRUE");

  /**
   * Reads the variables that huggingface_hub reads: {@code HF_ENDPOINT}, {@code HF_TOKEN}, {@code
   * HF_TOKEN_PATH}, {@code HF_HOME}, {@code HF_HUB_OFFLINE} and {@code HF_HUB_DOWNLOAD_TIMEOUT}
   * (seconds; the default stands where it is no number). The proxies are the JVM's. Never fails.
   */
  public static HubSettings fromEnvironment() {
    return of(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  static HubSettings of(Map<String, String> environment, Path home) {
    String offline = environment.getOrDefault("HF_HUB_OFFLINE", "");
    return new HubSettings(
        valueOr(environment, "HF_ENDPOINT", PUBLIC_HUB),
        token(environment, home),
        Proxies.OF_THE_JVM,
        TRUE.contains(offline.toUpperCase(Locale.ROOT)) ? "HF_HUB_OFFLINE=" + offline : null,
        readTimeout(environment.getOrDefault("HF_HUB_DOWNLOAD_TIMEOUT", "")));
  }

  /** The same settings for another hub, or a mirror. */
  public HubSettings endpoint(String other) {
    return new HubSettings(other, credentials, proxies, offlineBecause, readTimeout);
  }

  /** The same settings for somebody else. */
  public HubSettings credentials(HubCredentials others) {
    return new HubSettings(endpoint, others, proxies, offlineBecause, readTimeout);
  }

  /** The same settings in another network. */
  public HubSettings proxies(Proxies others) {
    return new HubSettings(endpoint, credentials, others, offlineBecause, readTimeout);
  }

  /** The same settings for somebody who must not send anything. */
  public HubSettings offline(String because) {
    return new HubSettings(endpoint, credentials, proxies, because, readTimeout);
  }

  /**
   * @throws OfflineException if nothing may be sent
   */
  void requireOnline(String model, String missing, Source source) {
    if (offlineBecause != null) {
      throw new OfflineException(model, missing, source.text(), offlineBecause);
    }
  }

  private static @Nullable AccessToken token(Map<String, String> environment, Path home) {
    AccessToken token = AccessToken.orNull(environment.getOrDefault("HF_TOKEN", ""));
    if (token != null) {
      return token;
    }
    try {
      String caches = valueOr(environment, "XDG_CACHE_HOME", "~/.cache");
      String hubHome = valueOr(environment, "HF_HOME", caches + "/huggingface");
      String file = valueOr(environment, "HF_TOKEN_PATH", hubHome + "/token");
      return tokenIn(file.startsWith("~/") ? home.resolve(file.substring(2)) : Path.of(file));
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static @Nullable AccessToken tokenIn(Path file) {
    try (InputStream input = Files.newInputStream(file)) {
      return AccessToken.orNull(
          new String(input.readNBytes(MAX_TOKEN_BYTES), StandardCharsets.UTF_8));
    } catch (IOException e) {
      // Most people have no such file, and need none.
      return null;
    }
  }

  private static Duration readTimeout(String seconds) {
    if (!seconds.matches("[1-9][0-9]{0,8}")) {
      return DEFAULT_READ_TIMEOUT;
    }
    Duration timeout = Duration.ofSeconds(Long.parseLong(seconds));
    return timeout.compareTo(LONGEST_READ_TIMEOUT) > 0 ? LONGEST_READ_TIMEOUT : timeout;
  }

  private static String valueOr(Map<String, String> environment, String name, String fallback) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? fallback : value;
  }
}
