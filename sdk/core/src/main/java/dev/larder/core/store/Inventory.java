package dev.larder.core.store;

import dev.larder.api.InvalidFileException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.RelativePath;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source.FileSource;
import dev.larder.core.lock.Integrity;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.RecordedModel;
import dev.larder.core.lock.StoreRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the folders of a store, and what is recorded of it. A model without a record is
 * known from a project's lock or the catalog; one that neither has, from its files alone.
 */
final class Inventory {

  /** What is said of the licence of a model that nobody knows. */
  private static final String UNKNOWN = "unknown";

  private final StoreLayout layout;
  private final ProvenanceRecord provenance;
  private final KnownProjects projects;
  private final KnownDigests digests;

  Inventory(
      StoreLayout layout,
      ProvenanceRecord provenance,
      KnownProjects projects,
      KnownDigests digests) {
    this.layout = layout;
    this.provenance = provenance;
    this.projects = projects;
    this.digests = digests;
  }

  /** Every model that has a folder, complete or not. */
  List<RecordedModel> models() {
    StoreRecord record = provenance.read();
    List<RecordedModel> models = new ArrayList<>();
    List<Selector> others = new ArrayList<>();
    for (Selector name : names()) {
      record
          .find(name)
          .filter(recorded -> recorded.model().integrity() != Integrity.NONE)
          .ifPresentOrElse(models::add, () -> others.add(name));
    }
    if (!others.isEmpty()) {
      models.addAll(recognised(others, record));
    }
    return models;
  }

  /** The digests of the content that a model has: by its record, and by what its folder says. */
  Set<String> digests(LockedModel model) {
    return Stream.concat(
            model.files().stream().map(LockedFile::sha256),
            VerificationStamp.read(layout.folder(model)).lines().stream()
                .map(VerificationStamp.Line::sha256))
        .collect(Collectors.toSet());
  }

  /** Whether all of a model's files are there, or were. */
  boolean isModel(LockedModel model) {
    Path folder = layout.folder(model);
    return isComplete(folder, model) || !VerificationStamp.read(folder).lines().isEmpty();
  }

  private List<RecordedModel> recognised(List<Selector> names, StoreRecord record) {
    Map<Selector, LockedModel> attested = new HashMap<>();
    Stream.concat(locked(), inCatalog(names))
        .forEach(model -> attested.putIfAbsent(KnownProjects.selector(model), model));
    Map<String, String> contents = contents();
    return names.stream()
        .flatMap(
            name ->
                Optional.ofNullable(attested.get(name))
                    .filter(model -> isComplete(layout.folder(name), model))
                    .map(model -> provenance.found(record, model))
                    .or(() -> record.find(name))
                    .or(
                        () ->
                            described(name, contents).map(model -> provenance.found(record, model)))
                    .stream())
        .toList();
  }

  private boolean isComplete(Path folder, LockedModel model) {
    return StoredFiles.in(folder, model, digests).isPresent();
  }

  private Stream<LockedModel> locked() {
    // What is wrong with the list is told where projects are shown.
    return projects.readIfSound().stream().map(KnownProject::lockFile).flatMap(Inventory::models);
  }

  private static Stream<LockedModel> models(Path lockFile) {
    try (InputStream input = Files.newInputStream(lockFile)) {
      return LockFormat.read(input, lockFile.toString()).models().stream();
    } catch (IOException | InvalidFileException e) {
      return Stream.empty();
    }
  }

  private static Stream<LockedModel> inCatalog(List<Selector> names) {
    return Catalog.builtIn().models().stream()
        .filter(model -> names.stream().anyMatch(name -> name.name().equals(model.name())))
        .flatMap(
            model ->
                model.variants().stream()
                    .map(
                        variant ->
                            new Selection(
                                new Selector(model.name(), variant.id(), null), model, variant)))
        .flatMap(selection -> WantedModel.of(selection).exactly().stream());
  }

  /**
   * What the files say of themselves: by the folder's stamp, and by the content they are links to.
   */
  private Optional<LockedModel> described(Selector name, Map<String, String> contents) {
    Path folder = layout.folder(name);
    Map<String, VerificationStamp.Line> known = new HashMap<>();
    VerificationStamp.read(folder)
        .lines()
        .forEach(line -> known.put(RelativePath.stored(line.path()), line));
    List<LockedFile> files = new ArrayList<>();
    for (Path file : files(folder)) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      VerificationStamp.Line line = known.get(path);
      String sha256 = line == null ? contents.get(key(file)) : line.sha256();
      if (sha256 != null) {
        file(file, line == null ? path : line.path(), sha256).ifPresent(files::add);
      }
    }
    return files.isEmpty() ? Optional.empty() : Optional.of(model(name, folder, files));
  }

  private static Optional<LockedFile> file(Path file, String path, String sha256) {
    try {
      return Optional.of(new LockedFile(FileRole.DATA, path, sha256, Files.size(file)));
    } catch (IOException | IllegalArgumentException e) {
      // It has just gone, or what stands there is none of ours.
      return Optional.empty();
    }
  }

  private static LockedModel model(Selector name, Path folder, List<LockedFile> files) {
    // The network is the largest, as far as anybody can tell.
    files.sort(Comparator.comparingLong(LockedFile::size).reversed());
    LockedFile largest = files.get(0);
    files.set(0, new LockedFile(FileRole.MODEL, largest.path(), largest.sha256(), largest.size()));
    return new LockedModel(
        name,
        String.valueOf(name.variant()),
        new FileSource(folder.toString()),
        String.valueOf(name.revision()),
        0,
        UNKNOWN,
        Integrity.NONE,
        files);
  }

  /** The digests of all content, by the file system's own names of it. */
  private Map<String, String> contents() {
    Map<String, String> contents = new HashMap<>();
    for (Path blob : list(layout.blobs())) {
      String key = key(blob);
      if (key != null) {
        contents.put(key, String.valueOf(blob.getFileName()));
      }
    }
    return contents;
  }

  private static @Nullable String key(Path file) {
    try {
      String key = FileLook.of(file).key();
      return key.equals(FileLook.NO_KEY) ? null : key;
    } catch (IOException e) {
      return null;
    }
  }

  private List<Selector> names() {
    List<Selector> names = new ArrayList<>();
    for (Path name : list(layout.models())) {
      for (Path variant : list(name)) {
        for (Path revision : list(variant)) {
          selector(name, variant, revision).ifPresent(names::add);
        }
      }
    }
    return names;
  }

  private static Optional<Selector> selector(Path name, Path variant, Path revision) {
    try {
      return Optional.of(
          new Selector(
              String.valueOf(name.getFileName()),
              String.valueOf(variant.getFileName()),
              String.valueOf(revision.getFileName())));
    } catch (IllegalArgumentException e) {
      // Nothing of ours.
      return Optional.empty();
    }
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (NoSuchFileException e) {
      // It has just gone.
      return List.of();
    } catch (IOException e) {
      throw StorageFault.of(folder, e);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw StorageFault.of(folder, e);
    }
  }
}
