package dev.larder.maven.preparation;

import dev.larder.api.NotProcessedException;
import dev.larder.core.classfile.ClassFile;
import dev.larder.core.file.Place;
import dev.larder.core.manifest.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks for class files that say something of models which is in no manifest: those that javac
 * never saw, or whose processor did not run. JDK 23 and later run none unasked, and then nothing
 * else would tell.
 *
 * @param classes a folder of classes; it need not be there
 * @param manifests what counts as said
 * @param compiler how Java code is compiled here
 */
record UnprocessedClasses(Path classes, List<Manifest> manifests, CompilerSetup compiler) {

  private static final String ENDING = ".class";

  /**
   * Looks through the classes.
   *
   * @throws NotProcessedException if one of them declares a model
   */
  void requireNone() {
    for (Path file : files()) {
      ClassFile read = read(file);
      if (!read.isIn(manifests)) {
        String path = classes.relativize(file).toString().replace('\\', '/');
        String type = path.substring(0, path.length() - ENDING.length()).replace('/', '.');
        throw compiler.notProcessed(type, read.language());
      }
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(classes)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw Place.PROJECT.fault(classes, e);
    }
  }

  private static ClassFile read(Path file) {
    try (InputStream input = Files.newInputStream(file)) {
      return ClassFile.read(input, file.toString());
    } catch (IOException e) {
      throw Place.PROJECT.fault(file, e);
    }
  }
}
