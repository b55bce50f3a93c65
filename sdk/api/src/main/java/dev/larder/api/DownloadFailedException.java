package dev.larder.api;

import org.jspecify.annotations.Nullable;

/** A file could not be fetched. */
public final class DownloadFailedException extends ModelException {

  private static final long serialVersionUID = 1L;

  /** The remedy for faults that nobody can mend from here. */
  public static final String TRY_AGAIN =
      "run the same command again; if it fails again, check proxy and network";

  /**
   * A fault that another try may get over.
   *
   * @param url what was asked, without its query
   * @param problem the status or the fault, for instance {@code HTTP 503}
   * @param keptBytes how many bytes are kept, from which the next run goes on
   * @param cause what went wrong underneath, if anything
   */
  public DownloadFailedException(
      String url, String problem, long keptBytes, @Nullable Throwable cause) {
    this(url, problem, keptBytes, TRY_AGAIN, cause);
  }

  /**
   * A fault with a remedy of its own.
   *
   * @param url what was asked, without its query
   * @param problem the status or the fault
   * @param keptBytes how many bytes are kept, from which the next run goes on
   * @param remedy what to do
   * @param cause what went wrong underneath, if anything
   */
  public DownloadFailedException(
      String url, String problem, long keptBytes, String remedy, @Nullable Throwable cause) {
    super(
        ErrorText.of("DownloadFailed", "A download failed: %s.".formatted(problem))
            .fact("From", url)
            .fact("Kept for the next try", keptBytes + " bytes")
            .toFix(remedy),
        cause);
  }
}
