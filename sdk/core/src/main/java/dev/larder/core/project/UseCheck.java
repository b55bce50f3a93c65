package dev.larder.core.project;

import dev.larder.api.ConflictingDeclarationsException;
import dev.larder.api.ConflictingDeclarationsException.Place;
import dev.larder.api.DimensionMismatchException;
import dev.larder.api.ModelException;
import dev.larder.api.UnknownModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Task;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the uses of several manifests against the catalog, the lock and each other. */
final class UseCheck {

  private static final String ONE_REVISION =
      "agree on one revision, or leave it out where it does not matter";
  private static final String OTHER_NAME =
      "agree on one length, or give the model another name for the other with @ModelAlias";

  private final Catalog catalog;
  private final ModelsLock lock;
  private final Map<String, Place> revisions = new HashMap<>();
  private final Map<String, Place> lengths = new HashMap<>();

  UseCheck(Catalog catalog, ModelsLock lock) {
    this.catalog = catalog;
    this.lock = lock;
  }

  List<ModelException> problems(List<Manifest> manifests) {
    List<ModelException> problems = new ArrayList<>();
    for (Manifest manifest : manifests) {
      for (ModelUse use : manifest.uses()) {
        try {
          check(use, catalog.select(use.model()), manifest);
        } catch (UnknownModelException e) {
          // Whoever resolves it reports it.
        } catch (ModelException e) {
          problems.add(e);
        }
      }
    }
    return problems;
  }

  private void check(ModelUse use, Selection selection, Manifest manifest) {
    String where = use.type() + (manifest.place().isEmpty() ? "" : " of " + manifest.place());
    String key = selection.key().withoutRevision().text();
    String revision = selection.key().revision();
    if (revision != null) {
      requireSame(revisions, key, new Place(where, "revision " + revision), ONE_REVISION);
    }
    if (selection.model().task() == Task.EMBEDDING) {
      requireLength(use, selection, where);
      int length = use.dimensions() > 0 ? use.dimensions() : selection.model().dimensions();
      requireSame(lengths, use.model(), new Place(where, length + " dimensions"), OTHER_NAME);
    }
  }

  private void requireLength(ModelUse use, Selection selection, String where) {
    if (use.dimensions() == 0) {
      return;
    }
    Optional<LockedModel> locked = lock.find(selection.key().withoutRevision());
    int full = locked.map(LockedModel::dimensions).orElse(selection.model().dimensions());
    boolean sameModel = full == selection.model().dimensions();
    List<Integer> possible = sameModel ? selection.model().possibleDimensions() : List.of(full);
    if (!possible.contains(use.dimensions())) {
      throw new DimensionMismatchException(
          use.model(),
          use.dimensions(),
          possible,
          sameModel ? where : where + ", while models.lock has " + full);
    }
  }

  private static void requireSame(
      Map<String, Place> said, String name, Place place, String remedy) {
    Place first = said.putIfAbsent(name, place);
    if (first != null && !first.says().equals(place.says())) {
      throw new ConflictingDeclarationsException(name, first, place, remedy);
    }
  }
}
