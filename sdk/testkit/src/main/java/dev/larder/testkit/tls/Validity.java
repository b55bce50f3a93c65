package dev.larder.testkit.tls;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * When a certificate is valid, in whole days.
 *
 * @param from the first second
 * @param to the last one
 */
record Validity(Instant from, Instant to) {

  /**
   * @param distance from today to the first day; negative for the past
   * @param time from the first day to the last
   */
  static Validity of(Period distance, Period time) {
    LocalDate from = LocalDate.now(ZoneOffset.UTC).plus(distance);
    return new Validity(
        from.atStartOfDay().toInstant(ZoneOffset.UTC),
        from.plus(time).atTime(23, 59, 59).toInstant(ZoneOffset.UTC));
  }
}
