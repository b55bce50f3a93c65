package dev.larder.maven.preparation;

import dev.larder.api.NotProcessedException;
import dev.larder.api.UsesModel;
import dev.larder.core.file.Place;
import dev.larder.maven.uptodate.Evidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Looks for class files that declare models though no manifest says so. JDK 23 and later run no
 * annotation processor unasked, and then nothing else would tell.
 *
 * @param classes a folder of classes without a manifest; it need not be there
 */
record UnprocessedClasses(Path classes) {

  /** How class files name the annotation, and the attribute that says something is annotated. */
  private static final String ANNOTATION = "L" + UsesModel.class.getName().replace('.', '/') + ";";

  private static final String ATTRIBUTE = "RuntimeVisible";
  private static final String ENDING = ".class";

  /**
   * Looks through the classes.
   *
   * @throws NotProcessedException if one of them declares a model
   */
  void requireNone() {
    for (Path file : files()) {
      if (file.toString().endsWith(ENDING) && declaresModel(file)) {
        String path = classes.relativize(file).toString().replace('\\', '/');
        throw new NotProcessedException(
            path.substring(0, path.length() - ENDING.length()).replace('/', '.'), version());
      }
    }
  }

  /** What has to be as it is now, or the classes have to be looked through again. */
  List<Evidence> evidence() {
    return files().stream().map(Evidence::looks).toList();
  }

  /** Folders too: their time changes with every new file. */
  private List<Path> files() {
    if (!Files.isDirectory(classes)) {
      return List.of(classes);
    }
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(file -> Files.isDirectory(file) || file.toString().endsWith(ENDING))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw Place.PROJECT.fault(classes, e);
    }
  }

  /** A constant pool is plain text as far as these two go. */
  private static boolean declaresModel(Path classFile) {
    try {
      String text = Files.readString(classFile, StandardCharsets.ISO_8859_1);
      return text.contains(ANNOTATION) && text.contains(ATTRIBUTE);
    } catch (IOException e) {
      throw Place.PROJECT.fault(classFile, e);
    }
  }

  private static String version() {
    return Objects.requireNonNullElse(
        UsesModel.class.getPackage().getImplementationVersion(), "${larder.version}");
  }
}
