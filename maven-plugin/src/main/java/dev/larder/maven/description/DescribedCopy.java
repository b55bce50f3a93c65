package dev.larder.maven.description;

import dev.larder.api.CorruptModelException;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.gguf.GgufHeader;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.maven.contents.PresentModel;
import java.util.Optional;

/**
 * A variant at one revision, on this machine.
 *
 * @param present where it is
 * @param header what its GGUF file says of itself; empty for other formats, and where it cannot be
 *     read
 */
record DescribedCopy(PresentModel present, Optional<GgufHeader> header) {

  static DescribedCopy of(PresentModel present) {
    LockedModel model = present.model();
    return new DescribedCopy(
        present,
        Optional.of(model)
            .filter(LockedModel::isGguf)
            .flatMap(gguf -> gguf.file(FileRole.MODEL))
            .flatMap(file -> header(present, file)));
  }

  private static Optional<GgufHeader> header(PresentModel present, LockedFile file) {
    LockedModel model = present.model();
    try {
      return Optional.of(
          GgufHeader.read(model.key().name() + ":" + model.variant(), file.in(present.folder())));
    } catch (CorruptModelException e) {
      // What is wrong is told where it is fetched or opened; all else that is known of it is shown.
      return Optional.empty();
    }
  }
}
