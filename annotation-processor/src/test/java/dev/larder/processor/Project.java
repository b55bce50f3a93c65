package dev.larder.processor;

import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ManifestFormat;
import dev.larder.core.manifest.ModelUse;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A small project on disk that is edited and compiled as by a build tool. */
final class Project {

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  private final Path sources;
  private final Path classes;
  private final List<String> classPath = new ArrayList<>();
  private final List<Processor> otherProcessors = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<String> processed = new ArrayList<>();

  Project(Path folder) throws IOException {
    sources = Files.createDirectories(folder.resolve("src"));
    classes = Files.createDirectories(folder.resolve("classes"));
    classPath.add(classes.toString());
    classPath.add(System.getProperty("java.class.path"));
  }

  /** Puts another project's classes on the class path. */
  Project dependsOn(Project other) {
    classPath.add(other.classes.toString());
    return this;
  }

  /** Puts a jar of another project's classes on the class path. */
  Project dependsOnJarOf(Project other) throws IOException {
    Path jar = other.classes.resolveSibling("classes.jar");
    try (Stream<Path> files = Files.walk(other.classes);
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(
            new ZipEntry(other.classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
      }
    }
    classPath.add(jar.toString());
    return this;
  }

  Path manifest() {
    return classes.resolve(Manifest.PATH);
  }

  /** Besides Larder's. A processor serves one compilation. */
  Project with(Processor processor) {
    otherProcessors.add(processor);
    return this;
  }

  /** Writes the source file of a type; the package is made of its name. */
  Project source(String type, String body) throws IOException {
    int dot = type.lastIndexOf('.');
    Path file = sources.resolve(type.replace('.', '/') + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        package %s;
        import dev.larder.api.*;
        %s
        """
            .formatted(type.substring(0, dot), body));
    return this;
  }

  /** An option of javac, for every compilation. */
  Project option(String option) {
    options.add(option);
    return this;
  }

  /** Writes a package's annotations. */
  Project packageInfo(String name, String annotations) throws IOException {
    Path file = sources.resolve(name.replace('.', '/')).resolve("package-info.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "%s package %s; import dev.larder.api.*;".formatted(annotations, name));
    return this;
  }

  /** Writes a package that defines a model of 384 dimensions. */
  Project model(String packageName, String name) throws IOException {
    return packageInfo(
        packageName,
        """
        @DefinesModel(name = "%s", source = "mvn:com.acme:embed:1.4:gguf", format = "gguf",
            architecture = "bert", files = @DefinesModel.File(path = "embed-1.4.gguf"),
            dimensions = 384, maxTokens = 512, pooling = "mean", licence = "MIT")
        """
            .formatted(name));
  }

  /** Writes a package that gives a model another name. */
  Project alias(String packageName, String name, String model) throws IOException {
    return packageInfo(
        packageName, "@ModelAlias(name = \"%s\", model = \"%s\")".formatted(name, model));
  }

  /** Writes a class with one field, whose engine is that of an embedding model. */
  Project user(String type, String model) throws IOException {
    return source(
        type,
        "class %s { @UsesModel(\"%s\") EmbeddingEngine engine; }"
            .formatted(type.substring(type.lastIndexOf('.') + 1), model));
  }

  /** Removes a type's source and class file, as a build tool does that knows both. */
  Project delete(String type) throws IOException {
    String path = type.replace('.', '/');
    Files.delete(sources.resolve(path + ".java"));
    Files.delete(classes.resolve(path + ".class"));
    return this;
  }

  /** Compiles every source. */
  void compileAll() throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      requireSuccess(run(files.filter(Files::isRegularFile).sorted().toList()));
    }
  }

  /** Compiles some types; the others are on the class path, as they were compiled before. */
  void compile(String... types) throws IOException {
    requireSuccess(messages(types));
  }

  /** Compiles some types, and returns what the compiler says of them. */
  List<String> messages(String... types) throws IOException {
    return run(
        Arrays.stream(types)
            .map(type -> sources.resolve(type.replace('.', '/') + ".java"))
            .toList());
  }

  /** The manifest's entries, each {@code model task type}. */
  List<String> uses() throws IOException {
    return declared().uses().stream().map(Project::text).toList();
  }

  /** The manifest. */
  Manifest declared() throws IOException {
    try (InputStream input = Files.newInputStream(manifest())) {
      return ManifestFormat.read(input, Manifest.PATH);
    }
  }

  /** The names that have a file of their own, sorted. */
  List<String> names() throws IOException {
    Path folder = classes.resolve(Manifest.pathOfName("x")).resolveSibling("");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String text(ModelUse use) {
    return "%s %s%s %s"
        .formatted(
            use.model(),
            use.task().word(),
            use.dimensions() > 0 ? " " + use.dimensions() : "",
            use.type());
  }

  /**
   * Compiles some types, and has the processor see others by their class files, as Gradle does for
   * an aggregating processor.
   */
  void compileAggregating(List<String> changed, List<String> unchanged) throws IOException {
    processed.addAll(unchanged);
    compile(changed.toArray(String[]::new));
  }

  private List<String> arguments() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-d",
                classes.toString(),
                "-cp",
                String.join(File.pathSeparator, classPath),
                "-Xlint:all,-processing,-classfile"));
    arguments.addAll(options);
    return arguments;
  }

  private List<String> run(List<Path> files) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter crash = new StringWriter();
    try (StandardJavaFileManager manager =
        JAVAC.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
      JavaCompiler.CompilationTask task =
          JAVAC.getTask(
              crash,
              manager,
              diagnostics,
              arguments(),
              processed,
              manager.getJavaFileObjectsFromPaths(files));
      List<Processor> processors = new ArrayList<>(otherProcessors);
      processors.add(new ModelsProcessor(SmallCatalog::create));
      task.setProcessors(processors);
      task.call();
    }
    otherProcessors.clear();
    processed.clear();
    List<String> messages =
        new ArrayList<>(diagnostics.getDiagnostics().stream().map(Object::toString).toList());
    if (!crash.toString().isEmpty()) {
      messages.add(crash.toString());
    }
    return messages;
  }

  private static void requireSuccess(List<String> messages) {
    if (!messages.isEmpty()) {
      throw new AssertionError(String.join("\n", messages));
    }
  }
}
