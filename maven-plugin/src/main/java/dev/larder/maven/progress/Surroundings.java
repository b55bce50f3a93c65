package dev.larder.maven.progress;

import java.io.Console;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Who reads what a build says.
 *
 * @param informative whether more than warnings is wanted; false under {@code -q}
 * @param transfers whether Maven tells of its own transfers; false under {@code -ntp}
 * @param alone whether a person waits for this build, and no module builds beside another
 * @param terminal whether lines can be redrawn
 */
public record Surroundings(
    boolean informative, boolean transfers, boolean alone, boolean terminal) {

  public static Surroundings of(MavenSession session, Log log) {
    return new Surroundings(
        log.isInfoEnabled(),
        tellsOfTransfers(session),
        session.getRequest().isInteractiveMode() && !session.isParallel(),
        isTerminal(System.console(), System.getenv("TERM")));
  }

  Style style() {
    if (!transfers) {
      return Style.SILENT;
    }
    return alone && terminal ? Style.BAR : Style.PLAIN;
  }

  /**
   * Maven keeps the option to itself; up to Maven 3.9 it shows in the listener that it chose. Maven
   * 4 hides that too, so there the option stops nothing of ours.
   */
  private static boolean tellsOfTransfers(MavenSession session) {
    Object listener = session.getRequest().getTransferListener();
    return listener == null || !listener.getClass().getSimpleName().startsWith("Quiet");
  }

  private static boolean isTerminal(@Nullable Console console, @Nullable String term) {
    if (console == null || "dumb".equals(term)) {
      return false;
    }
    try {
      // Since JDK 22 there is a console where output goes into a file too, and this method.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
