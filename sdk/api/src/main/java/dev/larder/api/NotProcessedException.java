package dev.larder.api;

/** Code that declares models, and was compiled without the annotation processor. */
public final class NotProcessedException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * Java code, which javac compiled by itself.
   *
   * @param type a class that declares a model
   * @param version the version of the processor that fits
   */
  public NotProcessedException(String type, String version) {
    this(
        type,
        "no annotation processor of Larder; JDK 23 and later run none unasked",
        """
        add this to the configuration of maven-compiler-plugin, and compile again
            <annotationProcessorPaths>
              <path>
                <groupId>dev.larder</groupId>
                <artifactId>models-processor</artifactId>
                <version>%s</version>
              </path>
            </annotationProcessorPaths>\
        """
            .formatted(version));
  }

  /**
   * Code that was compiled otherwise.
   *
   * @param type a class that declares a model
   * @param compiler what compiled it, and why the processor did not see it
   * @param remedy what to do so that it does
   */
  public NotProcessedException(String type, String compiler, String remedy) {
    super(
        ErrorText.of(
                "NotProcessed",
                "%s declares a model, and no manifest was written for it.".formatted(type))
            .fact("Compiled with", compiler)
            .toFix(remedy),
        null);
  }
}
