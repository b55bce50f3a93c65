package dev.larder.core.project;

import dev.larder.core.store.WantedModel;
import java.util.List;

/**
 * How a project's declared models, its lock and the store agree.
 *
 * @param models what is declared
 * @param differences between that and the lock, a phrase each
 * @param missing those that are not in the store
 * @param denied those that the licence policy forbids
 * @param licences that policy
 */
public record ProjectCheck(
    List<WantedModel> models,
    List<String> differences,
    List<WantedModel> missing,
    List<WantedModel> denied,
    LicencePolicy licences) {

  public ProjectCheck {
    models = List.copyOf(models);
    differences = List.copyOf(differences);
    missing = List.copyOf(missing);
    denied = List.copyOf(denied);
  }
}
