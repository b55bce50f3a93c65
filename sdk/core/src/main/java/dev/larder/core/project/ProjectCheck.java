package dev.larder.core.project;

import dev.larder.api.LicenceDeniedException;
import dev.larder.api.ModelException;
import dev.larder.core.store.WantedModel;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a project's declared models, its lock and the store agree.
 *
 * @param models what is declared
 * @param differences between that and the lock, a phrase each
 * @param missing those that are not in the store
 * @param denied what the licence policy has against models, by what the project calls them
 * @param unusable why GGUF models cannot be run, by what the project calls them
 */
public record ProjectCheck(
    List<WantedModel> models,
    List<String> differences,
    List<WantedModel> missing,
    SortedMap<String, LicenceDeniedException> denied,
    SortedMap<String, ModelException> unusable) {

  public ProjectCheck {
    models = List.copyOf(models);
    differences = List.copyOf(differences);
    missing = List.copyOf(missing);
    denied = Collections.unmodifiableSortedMap(new TreeMap<>(denied));
    unusable = Collections.unmodifiableSortedMap(new TreeMap<>(unusable));
  }
}
