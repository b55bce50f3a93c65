package dev.larder.core.fetch;

import dev.larder.core.catalog.SourceKind;
import java.util.List;

/**
 * Which kinds of places files are fetched from, the first one first. What is on this machine
 * already is taken before anything else of these kinds.
 *
 * @param kinds may leave some out, which are then never asked
 * @param isChosen whether somebody chose the order; otherwise a file's source takes precedence over
 *     its mirrors, whatever kinds they are
 */
public record SourceOrder(List<SourceKind> kinds, boolean isChosen) {

  /** A file's source first, then its mirrors. */
  public static final SourceOrder OF_THE_FILE =
      new SourceOrder(List.of(SourceKind.values()), false);

  /** Maven repositories first, for those who reach everything through a repository manager. */
  public static final SourceOrder MAVEN_FIRST =
      of(List.of(SourceKind.MAVEN, SourceKind.HUB, SourceKind.HTTPS, SourceKind.FILE));

  public SourceOrder {
    kinds = List.copyOf(kinds);
  }

  /** An order of one's own. */
  public static SourceOrder of(List<SourceKind> kinds) {
    return new SourceOrder(kinds, true);
  }

  /** Whether places of a kind may be asked. */
  public boolean allows(SourceKind kind) {
    return kinds.contains(kind);
  }

  /** The lower, the earlier; equal ones stay in the order of the file. */
  public int rank(SourceKind kind) {
    return isChosen ? kinds.indexOf(kind) : 0;
  }
}
