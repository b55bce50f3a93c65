package dev.larder.core.store;

import dev.larder.api.StorageException;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.file.Folders;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether all files that are to come have room on the disk, asked before the first byte. Content
 * and its name in a model's folder are one file where there are hard links, and two elsewhere.
 */
final class Room {

  /** Left free besides, for the record and for others. */
  private static final long MARGIN_BYTES = 16L << 20;

  private final StoreLayout layout;
  private final BlobStore blobs;

  Room(StoreLayout layout, BlobStore blobs) {
    this.layout = layout;
    this.blobs = blobs;
  }

  /**
   * @throws StorageException if there is not enough room for all of them together
   */
  void requireFor(List<Arrival> arrivals) {
    long content = arrivals.stream().mapToLong(this::content).sum();
    long copies = copies(arrivals);
    if (content + copies == 0) {
      return;
    }
    long free = free();
    if (content + copies + MARGIN_BYTES > free) {
      throw new StorageException(
          layout.home().toString(),
          "no space is left: %d bytes are needed, %d are free%s"
              .formatted(
                  content + copies,
                  free,
                  copies == 0 ? "" : ", and what can have no hard link here takes its room twice"),
          "make room, or name a folder on another disk with LARDER_MODELS_DIR",
          null);
    }
  }

  private long content(Arrival arrival) {
    Long size = arrival.file().size();
    if (size == null || blobs.seemsPresent(arrival.file())) {
      return 0;
    }
    return Math.max(0, size - blobs.partialSize(arrival));
  }

  private long copies(List<Arrival> arrivals) {
    List<Arrival> unnamed = arrivals.stream().filter(Room::hasNoName).toList();
    if (unnamed.isEmpty()) {
      return 0;
    }
    boolean links = hasLinks();
    return unnamed.stream()
        .filter(arrival -> !(links && isLinkable(arrival.file())))
        .mapToLong(Room::size)
        .sum();
  }

  private static boolean hasNoName(Arrival arrival) {
    Path name = arrival.name();
    return size(arrival) > 0 && (name == null || Files.notExists(name));
  }

  private static long size(Arrival arrival) {
    Long size = arrival.file().size();
    return size == null ? 0 : size;
  }

  private boolean hasLinks() {
    StoreFiles.createStore(layout);
    StoreFiles.createFolder(layout.blobs());
    StoreFiles.createFolder(layout.models());
    try {
      return Folders.canLinkFrom(layout.blobs(), layout.models());
    } catch (IOException e) {
      throw StorageFault.of(layout.blobs(), e);
    }
  }

  /** Nobody may link to what belongs to another user, on most systems. */
  private boolean isLinkable(ModelFile file) {
    String sha256 = file.sha256();
    return sha256 == null
        || !blobs.seemsPresent(file)
        || Folders.canLink(layout.blob(sha256), layout.models());
  }

  private long free() {
    StoreFiles.createFolder(layout.home());
    try {
      FileStore disk = Files.getFileStore(layout.home());
      return disk.getUsableSpace();
    } catch (IOException e) {
      throw StorageFault.of(layout.home(), e);
    }
  }
}
