package dev.larder.guice;

import dev.larder.api.InvalidFileException;
import dev.larder.api.NotProcessedException;
import dev.larder.core.classfile.ClassFile;
import dev.larder.core.classfile.Language;
import dev.larder.core.manifest.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.security.CodeSource;
import java.util.Collections;

/**
 * A class that asks for an engine which no manifest declares.
 *
 * @param type the class, whose own file tells what compiled it
 */
record UnprocessedType(Class<?> type) {

  /** What is to be done about it. */
  NotProcessedException notProcessed() {
    Language language = language();
    return language == Language.JAVA && isBesideManifest()
        ? Language.skipped(type.getName(), "classes beside it were compiled with it")
        : language.notProcessed(type.getName(), Release.version());
  }

  private Language language() {
    String path = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream input = type.getResourceAsStream(path)) {
      return input == null ? Language.JAVA : ClassFile.read(input, path).language();
    } catch (IOException | InvalidFileException e) {
      return Language.JAVA;
    }
  }

  /** Whether the jar or folder of the class has a manifest. */
  private boolean isBesideManifest() {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    ClassLoader loader = type.getClassLoader();
    if (source == null || source.getLocation() == null || loader == null) {
      return false;
    }
    String place = source.getLocation().toString();
    try {
      return Collections.list(loader.getResources(Manifest.PATH)).stream()
          .anyMatch(manifest -> manifest.toString().contains(place));
    } catch (IOException e) {
      return false;
    }
  }
}
