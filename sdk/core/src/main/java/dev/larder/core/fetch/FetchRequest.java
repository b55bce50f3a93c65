package dev.larder.core.fetch;

import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Source;
import org.jspecify.annotations.Nullable;

/**
 * One file that is needed.
 *
 * @param model what it is needed for, for messages
 * @param source where it is
 * @param revision which commit or version; null where only the source's newest is known
 * @param file which file, with what is known of its digest and size
 * @param sink where its bytes go
 */
public record FetchRequest(
    String model, Source source, @Nullable String revision, ModelFile file, FileSink sink) {

  /** Files of unknown size may not be larger than this: 64 GiB. */
  private static final long MAX_UNKNOWN_SIZE = 64L << 30;

  /** More bytes than this are never written. */
  public long maxSize() {
    Long size = file.size();
    return size == null ? MAX_UNKNOWN_SIZE : size;
  }
}
