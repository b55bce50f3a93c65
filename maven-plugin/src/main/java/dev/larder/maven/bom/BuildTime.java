package dev.larder.maven.bom;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time that a reproducible build says it has. */
public final class BuildTime {

  private BuildTime() {}

  /**
   * Reads {@code project.build.outputTimestamp}: ISO 8601 or seconds since 1970; a single character
   * that is no digit says that there is none.
   *
   * @throws DateTimeException if it is anything else
   */
  public static Optional<Instant> parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    if (text.chars().allMatch(Character::isDigit)) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
    }
    return text.length() == 1
        ? Optional.empty()
        : Optional.of(OffsetDateTime.parse(text).toInstant());
  }
}
