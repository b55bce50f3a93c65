package dev.larder.core.store;

import dev.larder.api.StorageException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.List;

/** Whether all files that are to come have room on the disk, asked before the first byte. */
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
    long needed = arrivals.stream().mapToLong(this::needed).sum();
    if (needed == 0) {
      return;
    }
    StoreFiles.createFolder(layout.home());
    long free = free();
    if (needed + MARGIN_BYTES > free) {
      throw new StorageException(
          layout.home().toString(),
          "no space is left: %d bytes are needed, %d are free".formatted(needed, free),
          "make room, or name a folder on another disk with LARDER_MODELS_DIR",
          null);
    }
  }

  private long needed(Arrival arrival) {
    Long size = arrival.file().size();
    if (size == null || blobs.seemsPresent(arrival.file())) {
      return 0;
    }
    return Math.max(0, size - blobs.partialSize(arrival));
  }

  private long free() {
    try {
      FileStore disk = Files.getFileStore(layout.home());
      return disk.getUsableSpace();
    } catch (IOException e) {
      throw StorageFault.of(layout.home(), e);
    }
  }
}
