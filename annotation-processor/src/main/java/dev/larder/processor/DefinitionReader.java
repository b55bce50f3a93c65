package dev.larder.processor;

import dev.larder.core.catalog.Attestation;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes models of {@code @DefinesModel}, and reports what cannot stand. */
final class DefinitionReader {

  private static final Set<String> FORMATS = Set.of("gguf", "onnx");

  private final Diagnostics diagnostics;

  DefinitionReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The model; none where anything is wrong with it. */
  Optional<CatalogModel> read(AnnotationFields fields) {
    if (!fields.isComplete(
        "name", "source", "format", "architecture", "files", "maxTokens", "licence")) {
      return Optional.empty();
    }
    String name = fields.text("name");
    Faults faults = new Faults(diagnostics, name);
    requireName(fields, faults, name);
    Optional<Task> task = task(fields, faults);
    String format = fields.text("format");
    faults.unless(
        FORMATS.contains(format),
        fields,
        "format",
        "no engine reads the format \"%s\"".formatted(format),
        "use onnx or gguf");
    Optional<DefinedSource> source = DefinedSource.read(fields, faults);
    List<PlatformFiles> files =
        new DefinedFiles(fields, faults)
            .read(format, source.map(DefinedSource::source).orElse(null));
    requireText(fields, faults, "architecture", "the network's family, for instance bert");
    requireText(fields, faults, "licence", "an SPDX identifier, or a LicenseRef- of your own");
    faults.unless(
        fields.number("maxTokens") > 0,
        fields,
        "maxTokens",
        "a model reads at least 1 token",
        "write how many tokens it reads");
    Pooling pooling =
        task.map(found -> new DefinedVectors(fields, faults).read(found)).orElse(Pooling.NONE);
    if (faults.any() || task.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(model(fields, task.get(), pooling, source.get(), files));
  }

  private static CatalogModel model(
      AnnotationFields fields,
      Task task,
      Pooling pooling,
      DefinedSource source,
      List<PlatformFiles> files) {
    return new CatalogModel(
        fields.text("name"),
        Map.of(),
        fields.text("description"),
        task,
        fields.number("dimensions"),
        fields.numbers("matryoshka"),
        task == Task.EMBEDDING && fields.flag("normalised"),
        fields.text("queryPrefix"),
        fields.text("documentPrefix"),
        false,
        files.stream().map(each -> variant(fields, pooling, source, each)).toList());
  }

  private static Variant variant(
      AnnotationFields fields, Pooling pooling, DefinedSource source, PlatformFiles files) {
    String format = fields.text("format");
    return new Variant(
        files.variant(format),
        format,
        "",
        fields.text("architecture"),
        fields.number("maxTokens"),
        pooling,
        fields.text("licence"),
        source.source(),
        source.revision(files.files()),
        Attestation.OWN,
        files.platform(),
        files.files());
  }

  /** Reports a name that no selector can have. */
  static void requireName(AnnotationFields fields, Faults faults, String name) {
    boolean fit;
    try {
      fit = new Selector(name, null, null).name().equals(name);
    } catch (IllegalArgumentException e) {
      fit = false;
    }
    faults.unless(
        fit,
        fields,
        "name",
        "it is not a name",
        "use up to 100 small letters, digits and . _ -, with a letter or digit first");
  }

  private static Optional<Task> task(AnnotationFields fields, Faults faults) {
    Optional<Task> task = Task.ofEngineType(fields.type("engine"));
    faults.unless(
        task.isPresent(),
        fields,
        "engine",
        "no model is run by " + fields.type("engine"),
        "use one of "
            + Arrays.stream(Task.values())
                .map(known -> known.engineType().getSimpleName() + ".class")
                .collect(Collectors.joining(", ")));
    return task;
  }

  private static void requireText(
      AnnotationFields fields, Faults faults, String field, String what) {
    faults.unless(
        !fields.text(field).isBlank(),
        fields,
        field,
        "its %s is empty".formatted(field),
        "write " + what);
  }
}
