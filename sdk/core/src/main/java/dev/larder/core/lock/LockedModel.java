package dev.larder.core.lock;

import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.RelativePath;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One model, exactly.
 *
 * @param key what the project calls it: {@code name}, or {@code name:variant} where it names the
 *     variant itself
 * @param variant the variant that was chosen
 * @param source where its files come from
 * @param revision the commit or version of the source
 * @param dimensions the length of its vectors; 0 where it gives none
 * @param licence its licence
 * @param integrity who vouched for the digests
 * @param platform the machines that it is for; null where it is for all
 * @param scope which of the project's code needs it
 * @param files the model file first
 */
public record LockedModel(
    Selector key,
    String variant,
    Source source,
    String revision,
    int dimensions,
    String licence,
    Integrity integrity,
    @Nullable Platform platform,
    Scope scope,
    List<LockedFile> files) {

  public LockedModel {
    RelativePath.requireSafeSegment(variant);
    RelativePath.requireSafeSegment(revision);
    files = List.copyOf(files);
    if (key.variant() != null && !key.variant().equals(variant)) {
      throw new IllegalArgumentException(
          "\"%s\" is locked with another variant, %s".formatted(key, variant));
    }
    if (files.isEmpty() || files.get(0).role() != FileRole.MODEL) {
      throw new IllegalArgumentException("its first file is not a model file");
    }
    if (files.stream().map(LockedFile::path).distinct().count() < files.size()) {
      throw new IllegalArgumentException("two of its files have one path");
    }
  }

  /** A model that the application needs, on every machine. */
  public LockedModel(
      Selector key,
      String variant,
      Source source,
      String revision,
      int dimensions,
      String licence,
      Integrity integrity,
      List<LockedFile> files) {
    this(
        key,
        variant,
        source,
        revision,
        dimensions,
        licence,
        integrity,
        null,
        Scope.APPLICATION,
        files);
  }

  /** The same files under another key, for every machine and all code. */
  public LockedModel as(Selector otherKey) {
    return as(otherKey, null);
  }

  /** The same files under another key, for machines of a platform and all code. */
  public LockedModel as(Selector otherKey, @Nullable Platform machines) {
    return new LockedModel(
        otherKey,
        variant,
        source,
        revision,
        dimensions,
        licence,
        integrity,
        machines,
        Scope.APPLICATION,
        files);
  }

  /** The same model for certain code. */
  public LockedModel in(Scope code) {
    return new LockedModel(
        key, variant, source, revision, dimensions, licence, integrity, platform, code, files);
  }

  /** What the project calls it, for messages. */
  public String label() {
    return platform == null ? key.text() : key.text() + " for " + platform.word();
  }

  /** Whether its first file is a GGUF file; a variant's name begins with its format. */
  public boolean isGguf() {
    return variant.startsWith("gguf");
  }

  /** The length of all its files together, in bytes. */
  public long size() {
    return files.stream().mapToLong(LockedFile::size).sum();
  }

  /** The first file of a role. */
  public Optional<LockedFile> file(FileRole role) {
    return files.stream().filter(file -> file.role() == role).findFirst();
  }
}
