package dev.larder.llama.process;

import java.time.Duration;
import java.util.Properties;

/**
 * What an application can say about workers, by system properties.
 *
 * @param inProcess whether models run within the application ({@value #IN_PROCESS})
 * @param idle after how long without a call a worker is stopped, until the next call ({@value
 *     #IDLE_SECONDS}); zero for never
 * @param contextTokens how many tokens a conversation may have at most ({@value #CONTEXT_TOKENS}):
 *     the memory that a generation model takes grows with it
 */
public record WorkerSettings(boolean inProcess, Duration idle, int contextTokens) {

  public static final String IN_PROCESS = "models.llama.inProcess";
  public static final String IDLE_SECONDS = "models.llama.idleSeconds";
  public static final String CONTEXT_TOKENS = "models.llama.contextTokens";

  /** Models are made for more, but few conversations on a processor need it. */
  private static final int USUAL_CONTEXT_TOKENS = 4096;

  /** What this process is told. */
  public static WorkerSettings ofProcess() {
    return of(System.getProperties());
  }

  static WorkerSettings of(Properties properties) {
    return new WorkerSettings(
        Boolean.parseBoolean(properties.getProperty(IN_PROCESS)),
        Duration.ofSeconds(number(properties, IDLE_SECONDS, 0)),
        number(properties, CONTEXT_TOKENS, USUAL_CONTEXT_TOKENS));
  }

  private static int number(Properties properties, String name, int usual) {
    String value = properties.getProperty(name, Integer.toString(usual));
    try {
      int number = Integer.parseInt(value);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number below 0.
    }
    throw new IllegalArgumentException(
        "The property %s is \"%s\", not a number from 0".formatted(name, value));
  }
}
