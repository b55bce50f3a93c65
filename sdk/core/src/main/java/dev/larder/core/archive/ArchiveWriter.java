package dev.larder.core.archive;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.api.StorageException;
import dev.larder.core.file.AtomicFile;
import dev.larder.core.file.Place;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.KnownProjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes archives. Equal models give equal bytes.
 *
 * @param file where the archive will be; what is there is replaced, in one step, by a complete one
 */
public record ArchiveWriter(Path file) {

  /**
   * No archive tells when it was made. In the first month that a zip can express, but not on the
   * first day: that one would be written in a second form, which knows the time zone.
   */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  /** A model, and the folder that its files lie in. */
  public record Content(LockedModel model, Path folder) {}

  /**
   * Writes an archive.
   *
   * @return its size in bytes
   * @throws ChecksumMismatchException if a file is not what the lock says
   * @throws StorageException if a file cannot be read, or the archive not be written
   */
  public long write(List<Content> contents) {
    AtomicFile.ofProject(file)
        .write(
            output -> {
              ZipOutputStream zip = new ZipOutputStream(output);
              write(contents, zip);
              zip.finish();
            });
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw Place.PROJECT.fault(file, e);
    }
  }

  private static void write(List<Content> contents, ZipOutputStream zip) throws IOException {
    byte[] lock = LockFormat.write(lock(contents));
    CRC32 checksum = new CRC32();
    checksum.update(lock);
    zip.putNextEntry(entry(ArchiveEntries.LOCK, lock.length, checksum.getValue()));
    zip.write(lock);
    zip.closeEntry();
    Set<String> written = new HashSet<>();
    for (Content content : contents) {
      for (LockedFile wanted : content.model().files()) {
        if (written.add(wanted.sha256())) {
          write(wanted.in(content.folder()), content.model(), wanted, zip);
        }
      }
    }
  }

  /** Two projects may lock one name in two revisions, so names alone would not do as keys. */
  private static ModelsLock lock(List<Content> contents) {
    return ModelsLock.of(
        contents.stream()
            .map(Content::model)
            .map(model -> model.as(KnownProjects.selector(model)))
            .distinct()
            .toList());
  }

  /** Read twice: a zip has the checksum before the bytes, and nothing is packed unverified. */
  private static void write(Path content, LockedModel model, LockedFile wanted, ZipOutputStream zip)
      throws IOException {
    FileDigests digests = digests(content);
    if (!digests.sha256().equals(wanted.sha256())) {
      throw new ChecksumMismatchException(
          wanted.path(), model.source().text(), wanted.sha256(), digests.sha256());
    }
    zip.putNextEntry(
        entry(ArchiveEntries.content(wanted.sha256()), digests.size(), digests.crc32()));
    try (InputStream input = Files.newInputStream(content)) {
      input.transferTo(zip);
    }
    zip.closeEntry();
  }

  private static FileDigests digests(Path content) {
    try {
      return FileDigests.of(content);
    } catch (IOException e) {
      throw Place.STORE.fault(content, e);
    }
  }

  private static ZipEntry entry(String name, long size, long crc32) {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(crc32);
    entry.setTimeLocal(TIME);
    return entry;
  }
}
