package dev.larder.core.project;

import dev.larder.api.InvalidFileException;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ManifestFormat;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an application declares: the manifests and locks of everything on its class path.
 *
 * @param manifests in the order of the class path
 * @param lock of every model, the entry that comes first on the class path, where the application
 *     itself stands
 */
public record ApplicationModels(List<Manifest> manifests, ModelsLock lock) {

  public ApplicationModels {
    manifests = List.copyOf(manifests);
  }

  /**
   * Reads the class path.
   *
   * @throws InvalidFileException if a manifest or lock cannot be understood
   */
  public static ApplicationModels onClassPath(ClassLoader loader) {
    List<Manifest> manifests = new ArrayList<>();
    for (URL url : resources(loader, Manifest.PATH)) {
      try (InputStream input = url.openStream()) {
        manifests.add(ManifestFormat.read(input, url.toString()));
      } catch (IOException e) {
        throw unreadable(url, e);
      }
    }
    Map<String, LockedModel> locked = new TreeMap<>();
    for (URL url : resources(loader, ModelsLock.PATH)) {
      try (InputStream input = url.openStream()) {
        for (LockedModel model : LockFormat.read(input, url.toString()).models()) {
          locked.putIfAbsent(model.key().text(), model);
        }
      } catch (IOException e) {
        throw unreadable(url, e);
      }
    }
    return new ApplicationModels(manifests, ModelsLock.of(locked.values()));
  }

  private static List<URL> resources(ClassLoader loader, String path) {
    try {
      return Collections.list(loader.getResources(path));
    } catch (IOException e) {
      throw new InvalidFileException(
          path, "the class path cannot be read", "check the jars on the class path", e);
    }
  }

  private static InvalidFileException unreadable(URL url, IOException e) {
    return new InvalidFileException(
        url.toString(), "it cannot be read", "check the jars on the class path", e);
  }
}
