package dev.larder.processor;

import dev.larder.api.InvalidFileException;
import dev.larder.core.manifest.AliasDefinition;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ManifestFormat;
import dev.larder.core.manifest.ModelDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
   * Removes the names that a manifest defines, and another one does not. Before any name is looked
   * up: the folder of classes may be on the class path.
   */
  void removeNames(Manifest old, Manifest now) {
    Set<String> kept = byName(now).keySet();
    for (String name : byName(old).keySet()) {
      if (!kept.contains(name)) {
        try {
          deleted(Manifest.pathOfName(name));
        } catch (IOException e) {
          throw unwritable(Manifest.pathOfName(name), e);
        }
      }
    }
  }

  /**
   * Replaces the manifest; where there is nothing to say, there is none.
   *
   * @throws InvalidFileException if it cannot be written
   */
  void write(Manifest manifest, Element... originatingElements) {
    write(Manifest.PATH, manifest, originatingElements);
    byName(manifest)
        .forEach((name, alone) -> write(Manifest.pathOfName(name), alone, originatingElements));
  }

  /** What is defined, each name alone. */
  private static Map<String, Manifest> byName(Manifest manifest) {
    Map<String, Manifest> byName = new TreeMap<>();
    for (ModelDefinition model : manifest.definitions()) {
      byName.put(model.model().name(), new Manifest(List.of(), List.of(model), List.of(), ""));
    }
    for (AliasDefinition alias : manifest.aliases()) {
      byName.put(alias.name(), new Manifest(List.of(), List.of(), List.of(alias), ""));
    }
    return byName;
  }

  private void write(String path, Manifest manifest, Element... originatingElements) {
    try {
      if (manifest.isEmpty() && (!exists(path) || deleted(path))) {
        return;
      }
      try (OutputStream output =
          filer
              .createResource(StandardLocation.CLASS_OUTPUT, "", path, originatingElements)
              .openOutputStream()) {
        output.write(ManifestFormat.write(manifest));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw unwritable(path, e);
    }
  }

  private static InvalidFileException unwritable(String path, Exception e) {
    return new InvalidFileException(
        path,
        "it cannot be written: " + e,
        "make the folder of classes writable, and have no other processor write this file",
        e);
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
