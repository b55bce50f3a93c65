package dev.larder.core.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** A zip's directory, which Java reads as a whole when the zip is opened. */
final class ZipDirectory {

  /** The end of a zip without a comment: {@code PK\5\6}, counts, and the directory's size at 12. */
  private static final int END_BYTES = 22;

  private static final int SIGNATURE = 0x06054b50;
  private static final int SIZE_AT = 12;

  /** Room for some ten thousand files. */
  private static final long MAX_BYTES = 1 << 20;

  private ZipDirectory() {}

  /** Refuses a file that is no zip as they are made here, or that would fill the memory. */
  static void requireBounded(Path file) throws IOException {
    ByteBuffer end = ByteBuffer.allocate(END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    // As ZipFile reads: no interrupt closes it, and makes a sound archive look like none.
    try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "r")) {
      long start = zip.length() - END_BYTES;
      if (start >= 0) {
        zip.seek(start);
        zip.readFully(end.array());
      }
      if (end.getInt(0) != SIGNATURE) {
        throw new ZipException("it does not end as a zip does");
      }
    }
    if (Integer.toUnsignedLong(end.getInt(SIZE_AT)) > MAX_BYTES) {
      throw new ZipException("its directory is larger than 1 MiB");
    }
  }
}
