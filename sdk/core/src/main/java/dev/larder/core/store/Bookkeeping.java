package dev.larder.core.store;

import dev.larder.api.InvalidFileException;
import dev.larder.api.ModelException;
import dev.larder.core.format.StrictReader;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * A file in which a store keeps books. What was in a damaged one is kept aside for a person to
 * mend, and what needs it says so as long as it is there.
 *
 * @param file where it is
 * @param remedy what a person is to do about a damaged one
 */
record Bookkeeping(Path file, String remedy) {

  private static final String ENDING = ".damaged";

  /**
   * What stands in the books now. Damaged ones are kept aside, with a warning, and begun anew.
   *
   * @param reader reads them
   * @param none what stands in new ones
   * @return nothing where a newer Larder keeps them, which are left to it
   */
  <T> Optional<T> readOrBeginAnew(Supplier<T> reader, T none) {
    try {
      return Optional.of(reader.get());
    } catch (InvalidFileException e) {
      if (StrictReader.isOfNewerVersion(e)) {
        warn("{0} is kept by a newer Larder, and left as it is", file);
        return Optional.empty();
      }
      Path kept = setAside();
      warn(
          "{0} was damaged, and is begun anew. What was in it is kept in {1}. To fix: {2}",
          file, kept, remedy);
      return Optional.of(none);
    }
  }

  /**
   * Says that something could not be written down, which stops nobody.
   *
   * @param who whose needs the books do not tell
   */
  void tellOfUnwritten(String who) {
    System.getLogger(Bookkeeping.class.getName())
        .log(
            Level.INFO,
            "{0} is not noted in {1}, which cannot be written here. Whoever prunes this store does"
                + " not know what it needs.",
            who,
            file);
  }

  /** Warns of damage that stops nobody who only looks. */
  void tellOfDamage(ModelException damage) {
    warn("What is shown may lack something. {0}", String.valueOf(damage.getMessage()));
  }

  private static void warn(String format, Object... values) {
    System.getLogger(Bookkeeping.class.getName()).log(Level.WARNING, format, values);
  }

  private Path setAside() {
    Path kept = free();
    try {
      move(kept);
      return kept;
    } catch (IOException e) {
      throw StorageFault.of(file, e);
    }
  }

  /**
   * @throws InvalidFileException if a damaged one was kept aside, and nobody has seen to it
   */
  void requireNoneAside() {
    aside()
        .ifPresent(
            kept -> {
              throw new InvalidFileException(
                  kept.toString(),
                  "it is the %s that was found damaged, and a new one does not have what is in it"
                      .formatted(file.getFileName()),
                  remedy,
                  null);
            });
  }

  private Optional<Path> aside() {
    Path folder = file.resolveSibling("");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(folder, file.getFileName() + ENDING + "*")) {
      return StreamSupport.stream(all.spliterator(), false).min(Comparator.naturalOrder());
    } catch (IOException e) {
      throw StorageFault.of(folder, e);
    }
  }

  private Path free() {
    Path kept = file.resolveSibling(file.getFileName() + ENDING);
    for (int i = 2; Files.exists(kept); i++) {
      kept = file.resolveSibling(file.getFileName() + ENDING + "-" + i);
    }
    return kept;
  }

  private void move(Path kept) throws IOException {
    try {
      Files.move(file, kept, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Another user's, in a sticky folder: it will be written over.
      Files.copy(file, kept);
    }
  }
}
