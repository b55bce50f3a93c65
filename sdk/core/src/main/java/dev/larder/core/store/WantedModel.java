package dev.larder.core.store;

import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Source.HubSource;
import dev.larder.core.catalog.Variant;
import dev.larder.core.fetch.Declared;
import dev.larder.core.lock.Integrity;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A model that the store is to have, as exactly as it is known.
 *
 * @param key what the project calls it
 * @param variant the variant that was chosen
 * @param source where its files come from
 * @param revision the commit or version; null where only the source's newest is known
 * @param dimensions the length of its vectors; 0 where it gives none
 * @param licence its licence
 * @param integrity who vouches for the digests
 * @param platform the machines that it is for; null where it is for all
 * @param files its files, the model file first
 */
public record WantedModel(
    Selector key,
    String variant,
    Source source,
    @Nullable String revision,
    int dimensions,
    String licence,
    Integrity integrity,
    @Nullable Platform platform,
    List<ModelFile> files) {

  public WantedModel {
    files = List.copyOf(files);
  }

  /** A model for every machine. */
  public WantedModel(
      Selector key,
      String variant,
      Source source,
      @Nullable String revision,
      int dimensions,
      String licence,
      Integrity integrity,
      List<ModelFile> files) {
    this(key, variant, source, revision, dimensions, licence, integrity, null, files);
  }

  /** What a lock says, to the byte. */
  public static WantedModel of(LockedModel locked) {
    return new WantedModel(
        locked.key(),
        locked.variant(),
        locked.source(),
        locked.revision(),
        locked.dimensions(),
        locked.licence(),
        locked.integrity(),
        locked.platform(),
        locked.files().stream()
            .map(file -> new ModelFile(file.role(), file.path(), file.sha256(), null, file.size()))
            .toList());
  }

  /**
   * What the catalog or a definition says; of another revision than theirs they know no digests.
   */
  public static WantedModel of(Selection selection) {
    Variant variant = selection.variant();
    String asked = selection.key().revision();
    boolean pinned = asked == null || asked.equals(variant.revision());
    List<ModelFile> files =
        pinned ? variant.files() : variant.files().stream().map(WantedModel::unpinned).toList();
    return new WantedModel(
        new Selector(selection.key().name(), selection.key().variant(), null),
        variant.id(),
        variant.source(),
        pinned ? variant.revision() : asked,
        selection.model().dimensions(),
        variant.licence(),
        integrity(variant, files),
        selection.platform(),
        files);
  }

  private static Integrity integrity(Variant variant, List<ModelFile> files) {
    if (files.stream().anyMatch(file -> file.sha256() == null)
        && variant.source() instanceof HubSource) {
      return Integrity.HUB;
    }
    return variant.isOwn() ? Integrity.DEFINITION : Integrity.CATALOG;
  }

  private static ModelFile unpinned(ModelFile file) {
    return new ModelFile(file.role(), file.path(), null, null, null);
  }

  /** The length of all its files together, in bytes, where every one's is known. */
  public OptionalLong size() {
    List<Long> sizes = files.stream().map(ModelFile::size).filter(Objects::nonNull).toList();
    return sizes.size() < files.size()
        ? OptionalLong.empty()
        : OptionalLong.of(sizes.stream().mapToLong(Long::longValue).sum());
  }

  /** The lock's words for it, where everything is known before it is fetched. */
  public Optional<LockedModel> exactly() {
    List<LockedFile> exactFiles = new ArrayList<>();
    for (ModelFile file : files) {
      String sha256 = file.sha256();
      Long size = file.size();
      if (revision == null || sha256 == null || size == null) {
        return Optional.empty();
      }
      exactFiles.add(new LockedFile(file.role(), file.path(), sha256, size));
    }
    return Optional.of(locked(exactFiles));
  }

  /** Whether a lock says nothing else than this does, as far as this one is known. */
  public boolean agreesWith(LockedModel locked) {
    return isMetBy(locked) && locked.dimensions() == dimensions && locked.licence().equals(licence);
  }

  /** Whether a model that was fetched before is this one, as far as this one is known. */
  boolean isMetBy(LockedModel model) {
    return model.key().name().equals(key.name())
        && model.variant().equals(variant)
        && model.source().equals(source)
        && (revision == null || revision.equals(model.revision()))
        && files.size() == model.files().size()
        && files.stream()
            .allMatch(file -> model.files().stream().anyMatch(other -> isMetBy(file, other)));
  }

  private static boolean isMetBy(ModelFile file, LockedFile other) {
    return file.role() == other.role()
        && file.path().equals(other.path())
        && (file.sha256() == null || file.sha256().equals(other.sha256()))
        && (file.size() == null || file.size() == other.size());
  }

  /** Whether source, revision and digests are all known. */
  boolean isPinned() {
    return revision != null && files.stream().allMatch(file -> file.sha256() != null);
  }

  /** The same model, with what its source declares. */
  WantedModel with(Declared declared) {
    return new WantedModel(
        key,
        variant,
        source,
        declared.revision(),
        dimensions,
        licence,
        integrity,
        platform,
        declared.files());
  }

  /** The same model, with the mirrors of files that have the same digests. */
  public WantedModel withMirrorsOf(List<ModelFile> others) {
    return new WantedModel(
        key,
        variant,
        source,
        revision,
        dimensions,
        licence,
        integrity,
        platform,
        files.stream().map(file -> withMirrorsOf(file, others)).toList());
  }

  private static ModelFile withMirrorsOf(ModelFile file, List<ModelFile> others) {
    String sha256 = file.sha256();
    return others.stream()
        .filter(other -> sha256 != null && sha256.equals(other.sha256()))
        .findFirst()
        .map(other -> file.with(other.mirrors()))
        .orElse(file);
  }

  /** The same model at an exact revision. */
  WantedModel at(String exactRevision) {
    return new WantedModel(
        key, variant, source, exactRevision, dimensions, licence, integrity, platform, files);
  }

  /** What a lock says of this model, now that its files are known exactly. */
  LockedModel locked(List<LockedFile> exactFiles) {
    return new LockedModel(
        key,
        variant,
        source,
        Objects.requireNonNull(revision, "a file without revision is always fetched"),
        dimensions,
        licence,
        integrity,
        platform,
        Scope.APPLICATION,
        exactFiles);
  }

  /** The model and variant, for messages. */
  public String label() {
    return key.name() + ":" + variant;
  }
}
