package dev.larder.maven.uptodate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * Something that was so when models were prepared.
 *
 * @param kind what is looked at
 * @param state how it was
 * @param subject a path, or a project's id
 */
public record Evidence(Kind kind, String state, String subject) {

  private static final String ABSENT = "absent";

  /** Larger files are looked at, not read. */
  private static final long MOST_READ = 1 << 16;

  /**
   * Git's rule for racy timestamps: what was changed just before it was looked at can have been
   * changed again in the same tick of the clock. The coarsest clock, FAT's, ticks every two
   * seconds.
   */
  private static final long TICK = TimeUnit.SECONDS.toNanos(2);

  /**
   * The same where times have fractions of a second. Class files are looked at soon after they were
   * written, so the coarsest clock's rule would make every second run a full one.
   */
  private static final long FINE_TICK = TimeUnit.MILLISECONDS.toNanos(20);

  /** What is looked at. */
  public enum Kind {
    /** A file's size, time and key. */
    LOOKS,
    /** A small file's bytes. */
    CONTENT,
    /** The size, time and key of all class files in a folder, taken together. */
    CLASSES,
    /** What a project of this build depends on. */
    PROJECT
  }

  /** How a file looks now. */
  public static Evidence looks(Path file) {
    return new Evidence(Kind.LOOKS, look(file), file.toString());
  }

  /** What a small file holds now; how a larger one looks. */
  public static Evidence content(Path file) {
    try {
      return Files.size(file) > MOST_READ ? looks(file) : content(file, Files.readAllBytes(file));
    } catch (IOException e) {
      return new Evidence(Kind.CONTENT, ABSENT, file.toString());
    }
  }

  /** How the class files below a folder look now. */
  public static Evidence classes(Path folder) {
    return new Evidence(Kind.CLASSES, lookOfClasses(folder), folder.toString());
  }

  /** What has just been written into a small file. */
  public static Evidence content(Path file, byte[] bytes) {
    // The letter keeps an empty file apart from an absent one.
    String state = "=".concat(new String(bytes, StandardCharsets.ISO_8859_1));
    return new Evidence(Kind.CONTENT, state, file.toString());
  }

  /** What a project depends on. */
  public static Evidence project(String id, String fingerprint) {
    return new Evidence(Kind.PROJECT, fingerprint, id);
  }

  /**
   * Whether it is still so.
   *
   * @param written when it was written down, in nanoseconds of the file system's clock
   */
  boolean holds(long written, Reactor reactor) {
    return switch (kind) {
      case LOOKS -> state.equals(look(Path.of(subject))) && isOlderThan(written - TICK);
      case CLASSES ->
          state.equals(lookOfClasses(Path.of(subject))) && isOlderThan(written - tick());
      case CONTENT -> state.equals(content(Path.of(subject)).state);
      case PROJECT -> state.equals(reactor.fingerprint(subject));
    };
  }

  private long tick() {
    return state.equals(ABSENT) || time() % TimeUnit.SECONDS.toNanos(1) == 0 ? TICK : FINE_TICK;
  }

  private boolean isOlderThan(long time) {
    return state.equals(ABSENT) || time() <= time;
  }

  private long time() {
    return Long.parseLong(state.substring(0, state.indexOf(' ')));
  }

  private static String lookOfClasses(Path folder) {
    try {
      return ClassFiles.in(folder).look();
    } catch (IOException e) {
      return ABSENT;
    }
  }

  private static String look(Path path) {
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      return String.join(
          " ",
          Long.toString(file.lastModifiedTime().to(TimeUnit.NANOSECONDS)),
          Long.toString(file.size()),
          String.valueOf(file.fileKey()));
    } catch (IOException e) {
      return ABSENT;
    }
  }
}
