package dev.larder.api;

/** A licence that the policy of the build forbids. */
public final class LicenceDeniedException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param model the selector as it was declared
   * @param licence its licence
   * @param policy the rule that forbids it
   */
  public LicenceDeniedException(String model, String licence, String policy) {
    super(
        ErrorText.of(
                "LicenceDenied",
                "Model \"%s\" has the licence %s, which this build does not allow."
                    .formatted(model, licence))
            .fact("Policy", policy)
            .toFix("name another model, or change the policy of the build"),
        null);
  }
}
