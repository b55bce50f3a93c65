package dev.larder.processor;

import dev.larder.core.catalog.Digests;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Mirror;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.RelativePath;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Source.MavenSource;
import dev.larder.core.manifest.ModelDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the files of a definition, and reports what is wrong with them. */
final class DefinedFiles {

  private final AnnotationFields definition;
  private final Faults faults;

  DefinedFiles(AnnotationFields definition, Faults faults) {
    this.definition = definition;
    this.faults = faults;
  }

  /**
   * The files, those of each platform that one is made for.
   *
   * @param format onnx or gguf
   * @param source null where it cannot be told
   */
  List<PlatformFiles> read(String format, @Nullable Source source) {
    List<PlatformFiles.Marked> files = new ArrayList<>();
    Set<String> paths = new HashSet<>();
    for (AnnotationFields fields : definition.annotations("files")) {
      file(fields)
          .ifPresent(
              file -> {
                files.add(new PlatformFiles.Marked(file, platform(fields)));
                faults.unless(
                    paths.add(file.path()),
                    fields,
                    "path",
                    "two of its files have the path " + file.path(),
                    "name every file once");
                requireFormat(fields, file, format);
                requireDigest(fields, file, source);
              });
    }
    List<PlatformFiles> all = PlatformFiles.of(files);
    if (!faults.any()) {
      all.forEach(each -> requireWhole(each, format));
      requireArchive(files.size(), source);
    }
    return all;
  }

  private @Nullable Platform platform(AnnotationFields fields) {
    String word = fields.text("platform");
    Optional<Platform> platform = Platform.ofWord(word).filter(known -> known != Platform.OTHER);
    faults.unless(
        word.isEmpty() || platform.isPresent(),
        fields,
        "platform",
        "no file is made for the platform \"%s\"".formatted(word),
        "use x86_64, x86_64-avx2, x86_64-avx512-vnni or arm64");
    return platform.orElse(null);
  }

  private Optional<ModelFile> file(AnnotationFields fields) {
    String word = fields.text("role");
    Optional<FileRole> role =
        Arrays.stream(FileRole.values()).filter(known -> known.word().equals(word)).findFirst();
    if (role.isEmpty()) {
      faults.add(
          fields,
          "role",
          "no file has the role \"%s\"".formatted(word),
          "use one of "
              + Arrays.stream(FileRole.values())
                  .map(FileRole::word)
                  .collect(Collectors.joining(", ")));
      return Optional.empty();
    }
    String sha256 = fields.text("sha256");
    long size = fields.longNumber("size");
    if (!isFit(fields, "path", () -> RelativePath.requireSafe(fields.text("path")))
        || (!sha256.isEmpty() && !isFit(fields, "sha256", () -> Digests.requireSha256(sha256)))) {
      return Optional.empty();
    }
    if (size < 0) {
      faults.add(
          fields, "size", "a file has %d bytes".formatted(size), "write its length, or none");
      return Optional.empty();
    }
    return Optional.of(
        new ModelFile(
            role.get(),
            fields.text("path"),
            sha256.isEmpty() ? null : sha256,
            null,
            size == 0 ? null : size,
            mirrors(fields, sha256)));
  }

  /** Whatever a mirror gives is held to the digest, so there has to be one. */
  private List<Mirror> mirrors(AnnotationFields fields, String sha256) {
    List<String> texts = fields.texts("mirrors");
    if (!texts.isEmpty() && sha256.isEmpty()) {
      faults.add(
          fields,
          "mirrors",
          "a file with mirrors needs a digest",
          "add sha256 = and what sha256sum prints for the file");
      return List.of();
    }
    List<Mirror> mirrors = new ArrayList<>();
    for (String text : texts) {
      try {
        mirrors.add(Mirror.parse(text));
      } catch (IllegalArgumentException e) {
        faults.add(
            fields,
            "mirrors",
            String.valueOf(e.getMessage()),
            "write mvn:group:artifact:version!/path, of a jar or zip");
      }
    }
    return mirrors;
  }

  private boolean isFit(AnnotationFields fields, String field, Runnable check) {
    try {
      check.run();
      return true;
    } catch (IllegalArgumentException e) {
      faults.add(
          fields,
          field,
          String.valueOf(e.getMessage()),
          field.equals("path")
              ? "write the path below the source, with / between folders"
              : "write what sha256sum prints for the file");
      return false;
    }
  }

  private void requireFormat(AnnotationFields fields, ModelFile file, String format) {
    String other = format.equals("gguf") ? "onnx" : "gguf";
    faults.unless(
        file.role() != FileRole.MODEL || !file.path().endsWith("." + other),
        fields,
        "path",
        "its format is %s, and its model file %s".formatted(format, file.path()),
        "write format = \"%s\", or name another file".formatted(other));
  }

  private void requireDigest(AnnotationFields fields, ModelFile file, @Nullable Source source) {
    faults.unless(
        source == null || file.sha256() != null || !ModelDefinition.needsDigests(source),
        fields,
        "path",
        "%s has no digest, and its source states none".formatted(file.path()),
        "add sha256 = and what sha256sum prints for the file");
  }

  private void requireWhole(PlatformFiles each, String format) {
    List<ModelFile> files = each.files();
    long networks = files.stream().filter(file -> file.role() == FileRole.MODEL).count();
    faults.unless(
        networks == 1,
        definition,
        "files",
        "it has %d model files%s".formatted(networks, each.label()),
        "give exactly one file the role model");
    faults.unless(
        !format.equals("onnx")
            || files.stream().anyMatch(file -> file.role() == FileRole.TOKENIZER),
        definition,
        "files",
        "an ONNX model has a tokenizer",
        "add a file with the role tokenizer: tokenizer.json, as Hugging Face's tokenizers write it");
  }

  private void requireArchive(int files, @Nullable Source source) {
    faults.unless(
        files < 2 || !(source instanceof MavenSource artifact) || artifact.isArchive(),
        definition,
        "source",
        "its source is one file, and %d are named".formatted(files),
        "name an artifact of the type zip or jar");
  }
}
