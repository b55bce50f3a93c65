package dev.larder.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file could not be fetched. */
public final class DownloadFailedException extends ModelException {

  private static final long serialVersionUID = 1L;

  /** The remedy for faults that nobody can mend from here. */
  public static final String TRY_AGAIN =
      "run the same command again; if it fails again, check proxy and network";

  /**
   * No place has it.
   *
   * @param file what was wanted
   * @param reasons what each place said, by its name as it stands in catalogs
   */
  public DownloadFailedException(String file, Map<String, ModelException> reasons) {
    super(text(file, reasons), reasons.values().iterator().next());
  }

  private static ErrorText text(String url, String problem, long keptBytes) {
    ErrorText text =
        ErrorText.of("DownloadFailed", "A download failed: %s.".formatted(problem))
            .fact("From", url);
    return keptBytes == 0 ? text : text.fact("Kept for the next try", keptBytes + " bytes");
  }

  private static ErrorText text(String file, Map<String, ModelException> reasons) {
    ErrorText text =
        ErrorText.of(
            "DownloadFailed", "None of %d places gives %s.".formatted(reasons.size(), file));
    reasons.forEach(
        (place, reason) ->
            text.fact(
                "From " + place,
                "%s\n    To fix: %s".formatted(reason.sentence(), reason.remedy())));
    return text.toFix("mend what is wrong with one of the places");
  }

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
    super(text(url, problem, keptBytes).toFix(remedy), cause);
  }
}
