package dev.larder.processor;

import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ManifestFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/**
 * The names that jars on the class path and the module path define. A processor can ask for one
 * file by its path, and not for all manifests; so each name has a file of its own.
 */
final class DependencyNames {

  private final Filer filer;
  private final Elements elements;

  DependencyNames(ProcessingEnvironment environment) {
    this.filer = environment.getFiler();
    this.elements = environment.getElementUtils();
  }

  /**
   * What defines a name.
   *
   * @param name one that a selector can have
   * @throws dev.larder.api.InvalidFileException if it is there and cannot be understood
   */
  Optional<Manifest> find(String name) {
    String path = Manifest.pathOfName(name);
    return Stream.concat(
            resource(StandardLocation.CLASS_PATH, "", path),
            modules().flatMap(module -> resource(StandardLocation.MODULE_PATH, module + "/", path)))
        .flatMap(file -> read(file, path))
        .findFirst();
  }

  /** Those that the code can see, but for the JDK's. */
  private Stream<String> modules() {
    return elements.getAllModuleElements().stream()
        .filter(module -> !module.isUnnamed())
        .map(ModuleElement::getQualifiedName)
        .map(Object::toString)
        .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."));
  }

  @SuppressWarnings(
      "CatchingUnchecked") // So javac says of a module that it compiles: NullPointerException.
  private Stream<FileObject> resource(Location location, String module, String path) {
    try {
      return Stream.of(filer.getResource(location, module, path));
    } catch (IOException | RuntimeException e) {
      return Stream.empty();
    }
  }

  private static Stream<Manifest> read(FileObject file, String path) {
    try (InputStream input = file.openInputStream()) {
      return Stream.of(ManifestFormat.read(input, path));
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
