package dev.larder.api;

/** A file has other bytes than it should. */
public final class ChecksumMismatchException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param file the file, as the model names it
   * @param source where it came from
   * @param expected the digest it should have
   * @param actual the digest that it has
   */
  public ChecksumMismatchException(String file, String source, String expected, String actual) {
    super(
        ErrorText.of("ChecksumMismatch", "File %s is not what it should be.".formatted(file))
            .fact("Source", source)
            .fact("Expected", expected)
            .fact("Actual", actual)
            .toFix(
                "nothing of it was kept; if it happens again, the source was changed, or something"
                    + " on the way changes files"),
        null);
  }
}
