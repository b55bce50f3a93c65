package dev.larder.testkit.hub;

/**
 * Which of the requests that a fault can happen to it does happen to, counted from when it was
 * injected.
 *
 * @param skipped so many go well before
 * @param times so many do not
 */
public record Turn(long skipped, long times) {

  /** The next one. */
  public static Turn next() {
    return next(1);
  }

  /** The next few. */
  public static Turn next(int times) {
    return new Turn(0, times);
  }

  /**
   * One later one.
   *
   * @param number 1 for the next one
   */
  public static Turn number(int number) {
    return new Turn(number - 1, 1);
  }

  /** All of them. */
  public static Turn always() {
    return new Turn(0, Long.MAX_VALUE);
  }

  boolean includes(long number) {
    return number >= skipped && number - skipped < times;
  }

  boolean isOver(long number) {
    return number >= skipped && number - skipped >= times;
  }
}
