package dev.larder.core.project;

import dev.larder.api.LockOutOfDateException;
import dev.larder.api.UnknownModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Variant;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.WantedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says exactly which files a selector means: those of the lock where it has the model, otherwise
 * those of the catalog.
 *
 * @param catalog what names mean
 * @param lock what the project has settled on
 * @param machine who is to run them
 */
public record ModelResolver(Catalog catalog, ModelsLock lock, Platform machine) {

  /** For this machine. */
  public ModelResolver(Catalog catalog, ModelsLock lock) {
    this(catalog, lock, Platform.ofMachine());
  }

  /**
   * The files that a selector means on this machine.
   *
   * @throws UnknownModelException if it means nothing
   * @throws LockOutOfDateException if the lock has its files for other machines only
   */
  public WantedModel resolve(String selector) {
    Selection selection = catalog.select(selector);
    List<LockedModel> locked =
        lock.models().stream().filter(model -> stands(model, selection)).toList();
    if (locked.isEmpty()) {
      return WantedModel.of(selection.on(machine));
    }
    return ModelsLock.of(locked).on(machine).models().stream()
        .findFirst()
        .map(this::wanted)
        .orElseThrow(
            () ->
                new LockOutOfDateException(
                    selector,
                    machine.word(),
                    ModelsLock.of(locked).platforms().stream().map(Platform::word).toList()));
  }

  /**
   * The files that a selector means on several platforms: one model, where it is the same on all.
   *
   * @throws UnknownModelException if it means nothing
   */
  List<WantedModel> resolve(String selector, List<Platform> platforms) {
    Selection selection = catalog.select(selector);
    Optional<WantedModel> everywhere = locked(selection, null);
    if (everywhere.isPresent() || !selection.dependsOnPlatform()) {
      return List.of(everywhere.orElseGet(() -> WantedModel.of(selection)));
    }
    return platforms.stream()
        .map(
            platform ->
                locked(selection, platform).orElseGet(() -> WantedModel.of(selection.on(platform))))
        .toList();
  }

  private Optional<WantedModel> locked(Selection selection, @Nullable Platform platform) {
    return lock.find(selection.key().withoutRevision(), platform)
        .filter(model -> stands(model, selection))
        .map(this::wanted);
  }

  /** What a lock says, which says nothing of mirrors. */
  public WantedModel wanted(LockedModel locked) {
    WantedModel wanted = WantedModel.of(locked);
    if (!catalog.knows(locked.key().name())) {
      return wanted;
    }
    return catalog
        .select(locked.key().name())
        .model()
        .variant(locked.variant())
        .map(variant -> wanted.withMirrorsOf(variant.files()))
        .orElse(wanted);
  }

  private static boolean stands(LockedModel locked, Selection selection) {
    String revision = selection.key().revision();
    if (!locked.key().equals(selection.key().withoutRevision())
        || (revision != null && !revision.equals(locked.revision()))) {
      return false;
    }
    Platform platform = locked.platform();
    Selection same = platform == null ? selection : selection.on(platform);
    // Who changes a definition means it; a lock goes before another catalog only.
    return !same.variant().isOwn() || WantedModel.of(same).agreesWith(locked);
  }

  /** A model of which the files lie in a folder. */
  public InstalledModel installed(LockedModel locked, Path folder) {
    CatalogModel model = catalog.select(locked.key().name()).model();
    Variant variant =
        model
            .variant(locked.variant())
            .orElseThrow(
                () ->
                    new UnknownModelException(
                        model.name(),
                        locked.variant(),
                        model.variants().stream().map(Variant::id).toList()));
    return new InstalledModel(model, variant, locked, folder);
  }
}
