package dev.larder.maven.verification;

import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.maven.output.Sizes;
import java.util.ArrayList;
import java.util.List;

/**
 * A model that was hashed again.
 *
 * @param model what was fetched
 * @param changed the paths of files with other bytes
 * @param missing the paths of files that are not there
 */
public record Verified(LockedModel model, List<String> changed, List<String> missing) {

  public Verified {
    changed = List.copyOf(changed);
    missing = List.copyOf(missing);
  }

  /** Whether it was removed as a whole, which is nobody's fault. */
  public boolean isRemoved() {
    return missing.size() == model.files().size();
  }

  /** Whether some of it is not what was fetched. */
  public boolean isWrong() {
    return !isRemoved() && changed.size() + missing.size() > 0;
  }

  /** What there is to say. */
  public List<String> lines() {
    if (isRemoved()) {
      return List.of(model.key() + " is no longer in the store");
    }
    if (!isWrong()) {
      long size = model.files().stream().mapToLong(LockedFile::size).sum();
      return List.of("%s is intact (%s)".formatted(model.key(), Sizes.text(size)));
    }
    List<String> lines = new ArrayList<>();
    changed.forEach(path -> lines.add("%s: %s was changed".formatted(model.key(), path)));
    missing.forEach(path -> lines.add("%s: %s is missing".formatted(model.key(), path)));
    return List.copyOf(lines);
  }
}
