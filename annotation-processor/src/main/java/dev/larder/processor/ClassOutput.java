package dev.larder.processor;

import dev.larder.api.InvalidFileException;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ManifestFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/** The folder of classes: what earlier compilations left there, and where the manifest goes. */
final class ClassOutput {

  private final Filer filer;

  ClassOutput(Filer filer) {
    this.filer = filer;
  }

  /**
   * The manifest that is there, or an empty one.
   *
   * @throws InvalidFileException if it cannot be read. It is not overwritten then: what it says of
   *     classes that are not compiled this time would be lost without a word.
   */
  Manifest readManifest() {
    try (InputStream input = open(Manifest.PATH)) {
      return ManifestFormat.read(input, Manifest.PATH);
    } catch (IOException e) {
      return Manifest.of(List.of());
    }
  }

  /**
   * Whether a top-level type has a class file here. Asking javac for the type would not do: it
   * would find one of the same name in a dependency.
   */
  boolean hasClass(String type) {
    return exists(type.replace('.', '/') + ".class");
  }

  /**
   * Replaces the manifest; where there is nothing to say, there is none.
   *
   * @throws InvalidFileException if it cannot be written
   */
  void writeManifest(Manifest manifest, Element... originatingElements) {
    try {
      if (manifest.uses().isEmpty() && (!exists(Manifest.PATH) || deleted(Manifest.PATH))) {
        return;
      }
      try (OutputStream output =
          filer
              .createResource(StandardLocation.CLASS_OUTPUT, "", Manifest.PATH, originatingElements)
              .openOutputStream()) {
        output.write(ManifestFormat.write(manifest));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidFileException(
          Manifest.PATH,
          "it cannot be written: " + e,
          "make the folder of classes writable, and have no other processor write this file",
          e);
    }
  }

  /** Deletes a file on disk itself, because javac's file objects refuse to. */
  private boolean deleted(String path) throws IOException {
    URI place = filer.getResource(StandardLocation.CLASS_OUTPUT, "", path).toUri();
    return "file".equals(place.getScheme()) && Files.deleteIfExists(Path.of(place));
  }

  private boolean exists(String path) {
    try {
      open(path).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private InputStream open(String path) throws IOException {
    try {
      return filer.getResource(StandardLocation.CLASS_OUTPUT, "", path).openInputStream();
    } catch (IllegalArgumentException e) {
      throw new IOException("There can be no file " + path + " in this folder", e);
    }
  }
}
