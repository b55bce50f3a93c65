package dev.larder.core.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.larder.api.ModelException;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.file.Folders;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Files that an engine made of a model's, in a hidden folder beside them. They are as trusted as
 * the model's own: their digests are written down before anybody can find them, and compared
 * whenever a file does not look as it did.
 *
 * <p>Safe for use by many threads and many processes at once.
 */
public record DerivedFiles(Path folder) {

  /** A line a file: {@code sha256 size name}. */
  private static final String DIGESTS = ".digests";

  private static final long MAX_BYTES = 1 << 20;

  /**
   * Writes down what the files of a folder are, before it comes to its place.
   *
   * @param fresh has files and no folders
   * @throws dev.larder.api.StorageException if that cannot be written
   */
  public static void seal(Path fresh) throws IOException {
    List<LockedFile> files = new ArrayList<>();
    List<VerificationStamp.Line> lines = new ArrayList<>();
    try (Stream<Path> all = Files.list(fresh)) {
      for (Path path : all.sorted().toList()) {
        FileLook look = FileLook.settled(path);
        String digest =
            KnownDigests.OF_PROCESS
                .of(path, look)
                .orElseThrow(() -> new IOException(path + " cannot be read"));
        String name = String.valueOf(path.getFileName());
        files.add(new LockedFile(FileRole.DATA, name, digest, look.size()));
        if (!look.isYoung()) {
          lines.add(new VerificationStamp.Line(digest, look, name));
        }
      }
    }
    String text =
        files.stream()
            .map(file -> "%s %d %s\n".formatted(file.sha256(), file.size(), file.path()))
            .collect(Collectors.joining());
    StoreFiles.write(fresh.resolve(DIGESTS), text.getBytes(UTF_8));
    new VerificationStamp(lines).write(fresh);
  }

  /** Whether there is anything to be trusted or not. */
  public boolean exist() {
    return Files.isDirectory(folder);
  }

  /**
   * Whether all of them are there as they were made. Mostly a stat a file; what does not look as it
   * did is hashed once.
   */
  public boolean areIntact() {
    Optional<List<LockedFile>> files = files();
    Optional<StoredFiles> stored =
        files.isEmpty()
            ? Optional.empty()
            : StoredFiles.in(folder, files.get(), KnownDigests.OF_PROCESS);
    return stored.isPresent() && (stored.get().isVerified() || stored.get().verify());
  }

  /** Hashes all that was made of a model's files, and removes with a warning what is damaged. */
  static void removeDamaged(LockedModel model, Path folder, KnownDigests digests) {
    for (DerivedFiles derived : of(model, folder)) {
      if (!derived.areIntactIndeed(digests)) {
        derived.remove();
        System.getLogger(DerivedFiles.class.getName())
            .log(
                Level.WARNING,
                "What was made of {0} is damaged and not used: {1}",
                model.key().text(),
                derived.folder());
      }
    }
  }

  /** The same, where every file is hashed, however it looks. */
  private boolean areIntactIndeed(KnownDigests digests) {
    Optional<List<LockedFile>> files = files();
    FolderHashing hashing = new FolderHashing(folder, digests);
    files.ifPresent(all -> all.forEach(hashing::again));
    try {
      hashing.writeDown();
    } catch (ModelException e) {
      // This process remembers it.
    }
    return files.isPresent() && hashing.wrong().isEmpty();
  }

  /** Removes them; where they cannot be removed, they are found to be of no use again. */
  public void remove() {
    try {
      Folders.remove(folder);
    } catch (IOException e) {
      // As said above.
    }
  }

  /** All that were made of a model's files and have digests. */
  private static List<DerivedFiles> of(LockedModel model, Path folder) {
    List<DerivedFiles> derived = new ArrayList<>();
    for (Path beside :
        model.files().stream()
            .map(file -> file.in(folder).resolveSibling(""))
            .distinct()
            .toList()) {
      try (Stream<Path> all = Files.list(beside)) {
        all.filter(path -> Files.isRegularFile(path.resolve(DIGESTS)))
            .map(DerivedFiles::new)
            .forEach(derived::add);
      } catch (IOException e) {
        // Then the model's own files cannot be read either.
      }
    }
    return derived;
  }

  /** What is written down of them; nothing where that cannot be read. */
  private Optional<List<LockedFile>> files() {
    Path digests = folder.resolve(DIGESTS);
    try {
      if (Files.size(digests) > MAX_BYTES) {
        return Optional.empty();
      }
      // This is part of every start, and a stream would make a cold one longer.
      List<LockedFile> files = new ArrayList<>();
      for (String line : Files.readAllLines(digests, UTF_8)) {
        files.add(parse(line));
      }
      return Optional.of(files);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static LockedFile parse(String line) {
    String[] parts = line.split(" ", 3);
    return new LockedFile(FileRole.DATA, parts[2], parts[0], Long.parseLong(parts[1]));
  }
}
