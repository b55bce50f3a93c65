package dev.larder.processor;

import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Source.HubSource;
import dev.larder.core.catalog.Source.MavenSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The source of a definition.
 *
 * @param source where the files come from
 * @param commit the revision that stands behind it; null where none does
 */
record DefinedSource(Source source, @Nullable String commit) {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
  private static final String HUB = "hf:";

  /** Enough that two contents never share a folder of the store. */
  private static final int REVISION_LENGTH = 16;

  /** Reads what stands in the annotation, and reports what is wrong with it. */
  static Optional<DefinedSource> read(AnnotationFields fields, Faults faults) {
    String text = fields.text("source");
    if (text.startsWith("http:")) {
      faults.add(
          fields,
          "source",
          "its source is not secure: whoever is on the way can exchange the file",
          "use https:, with the SHA-256 of every file");
      return Optional.empty();
    }
    int at = text.startsWith(HUB) ? text.lastIndexOf('@') : -1;
    String commit = at < 0 ? null : text.substring(at + 1);
    if (text.startsWith(HUB) && (commit == null || !COMMIT.matcher(commit).matches())) {
      faults.add(
          fields,
          "source",
          "its source names no commit",
          "write hf:owner/repository@ and the 40 digits of a commit; a branch or tag can move");
      return Optional.empty();
    }
    try {
      return Optional.of(
          new DefinedSource(Source.parse(at < 0 ? text : text.substring(0, at)), commit));
    } catch (IllegalArgumentException e) {
      faults.add(
          fields,
          "source",
          String.valueOf(e.getMessage()),
          "write hf:owner/repository@commit, mvn:group:artifact:version:extension, https:// or file:");
      return Optional.empty();
    }
  }

  /** The commit or version; where the source has none, one that changes with the files. */
  String revision(List<ModelFile> files) {
    if (source instanceof HubSource && commit != null) {
      return commit;
    }
    if (source instanceof MavenSource artifact) {
      return artifact.version();
    }
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (ModelFile file : files) {
        sha256.update((file.path() + file.sha256()).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha256.digest()).substring(0, REVISION_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new LinkageError("Every Java platform has SHA-256", e);
    }
  }
}
