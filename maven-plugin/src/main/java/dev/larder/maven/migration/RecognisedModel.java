package dev.larder.maven.migration;

import dev.larder.api.LicenceDeniedException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Variant;
import dev.larder.core.project.LicencePolicy;
import dev.larder.core.store.WantedModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model of the catalog, of which the model file at least lies in the project.
 *
 * @param selector what code has to say to use it
 * @param wanted what it is
 * @param files those of its files that are here
 * @param missing the paths of the others
 * @param denial why the build's policy keeps it out of the store
 */
record RecognisedModel(
    String selector,
    WantedModel wanted,
    List<Path> files,
    List<String> missing,
    Optional<LicenceDeniedException> denial) {

  RecognisedModel {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
  }

  static RecognisedModel of(CatalogModel model, Variant variant, Map<String, List<Path>> bySha256) {
    Selector key = new Selector(model.name(), model.isDefault(variant) ? null : variant.id(), null);
    List<Path> files = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (ModelFile file : variant.files()) {
      List<Path> here = file.sha256() == null ? null : bySha256.get(file.sha256());
      if (here == null) {
        missing.add(file.path());
      } else {
        files.addAll(here);
      }
    }
    return new RecognisedModel(
        key.text(),
        WantedModel.of(new Selection(key, model, variant)),
        files,
        missing,
        Optional.empty());
  }

  /** The same model, held to a policy. */
  RecognisedModel under(LicencePolicy licences, Catalog catalog) {
    return new RecognisedModel(
        selector, wanted, files, missing, licences.violation(wanted, catalog));
  }

  /** The digest of the network, which tells models apart; tokenizers have many owners. */
  String network() {
    return String.valueOf(wanted.files().get(0).sha256());
  }

  /** Whether the store can have it without a network. */
  boolean isComplete() {
    return missing.isEmpty() && isWelcome();
  }

  /** Whether the store can have those of its files that are here. */
  boolean isWelcome() {
    return isPinned() && denial.isEmpty();
  }

  /** Whether the catalog knows which commit the files are of. */
  boolean isPinned() {
    return wanted.revision() != null;
  }
}
