package dev.larder.core.project;

import dev.larder.api.LicenceDeniedException;
import dev.larder.core.store.WantedModel;
import java.util.List;
import java.util.Optional;

/**
 * Which licences a build allows. Names are compared without regard to case: SPDX identifiers where
 * one exists.
 *
 * @param allowed the only ones, where there is any
 * @param denied none of these
 */
public record LicencePolicy(List<String> allowed, List<String> denied) {

  public LicencePolicy {
    allowed = allowed.stream().map(String::strip).sorted().toList();
    denied = denied.stream().map(String::strip).sorted().toList();
  }

  /** Everything goes. */
  public static LicencePolicy none() {
    return new LicencePolicy(List.of(), List.of());
  }

  /**
   * Lets a model pass.
   *
   * @throws LicenceDeniedException if its licence is not allowed
   */
  public void require(WantedModel model) {
    violation(model)
        .ifPresent(
            denial -> {
              throw denial;
            });
  }

  /** What there is against a model. */
  public Optional<LicenceDeniedException> violation(WantedModel model) {
    if (names(denied, model.licence())) {
      return denial(model, "not " + String.join(", not ", denied));
    }
    if (!allowed.isEmpty() && !names(allowed, model.licence())) {
      return denial(model, "only " + String.join(", ", allowed));
    }
    return Optional.empty();
  }

  private static boolean names(List<String> licences, String licence) {
    return licences.stream().anyMatch(licence::equalsIgnoreCase);
  }

  private static Optional<LicenceDeniedException> denial(WantedModel model, String rule) {
    return Optional.of(new LicenceDeniedException(model.key().text(), model.licence(), rule));
  }
}
