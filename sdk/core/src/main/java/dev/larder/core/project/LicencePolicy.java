package dev.larder.core.project;

import dev.larder.api.LicenceDeniedException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Variant;
import dev.larder.core.store.WantedModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which licences a build allows. Names are compared without regard to case: SPDX identifiers where
 * one exists. What a lock says of a licence can be edited; so what the catalog says of the same
 * model, or of others from the same place or with the same network, has to be allowed too.
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
  public void require(WantedModel model, Catalog catalog) {
    violation(model, catalog)
        .ifPresent(
            denial -> {
              throw denial;
            });
  }

  /** What there is against a model. */
  public Optional<LicenceDeniedException> violation(WantedModel model, Catalog catalog) {
    return Stream.concat(Stream.of(model.licence()), known(model, catalog))
        .flatMap(
            licence ->
                rule(licence)
                    .map(rule -> new LicenceDeniedException(model.key().text(), licence, rule))
                    .stream())
        .findFirst();
  }

  private static Stream<String> known(WantedModel model, Catalog catalog) {
    return catalog.models().stream()
        .flatMap(
            entry ->
                entry.variants().stream()
                    .filter(variant -> isMeant(entry, variant, model))
                    .map(Variant::licence));
  }

  private static boolean isMeant(CatalogModel entry, Variant variant, WantedModel model) {
    String network = variant.files().get(0).sha256();
    return (entry.name().equals(model.key().name()) && variant.id().equals(model.variant()))
        || variant.source().equals(model.source())
        || (network != null && network.equals(model.files().get(0).sha256()));
  }

  /** The rule that forbids a licence. */
  private Optional<String> rule(String licence) {
    if (names(denied, licence)) {
      return Optional.of("not " + String.join(", not ", denied));
    }
    return allowed.isEmpty() || names(allowed, licence)
        ? Optional.empty()
        : Optional.of("only " + String.join(", ", allowed));
  }

  private static boolean names(List<String> licences, String licence) {
    return licences.stream().anyMatch(licence::equalsIgnoreCase);
  }
}
