package dev.larder.core.project;

import dev.larder.api.InvalidFileException;
import dev.larder.api.ModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Task;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ManifestFormat;
import dev.larder.core.manifest.ModelUse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an application declares: the manifests and locks of everything on its class path.
 *
 * @param manifests in the order of the class path
 * @param lock of every model, what the first lock on the class path has of it, where the
 *     application itself stands
 * @param problems one for each manifest or lock that cannot be understood, and is left out
 */
public record ApplicationModels(
    List<Manifest> manifests, ModelsLock lock, List<ModelException> problems) {

  public ApplicationModels {
    manifests = List.copyOf(manifests);
    problems = List.copyOf(problems);
  }

  /**
   * The class loader that sees the application: the thread's context class loader, because Larder
   * itself may lie in a loader that is shared by several applications; Larder's own where a thread
   * has none.
   */
  public static ClassLoader classLoader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? ApplicationModels.class.getClassLoader() : context;
  }

  /** Reads the class path. */
  public static ApplicationModels onClassPath(ClassLoader loader) {
    List<ModelException> problems = new ArrayList<>();
    List<Manifest> manifests = readAll(loader, Manifest.PATH, ManifestFormat::read, problems);
    List<ModelsLock> locks = readAll(loader, ModelsLock.PATH, LockFormat::read, problems);
    return new ApplicationModels(manifests, ModelsLock.joining(locks), problems);
  }

  /**
   * For whoever can do nothing about part of it.
   *
   * @throws ModelException if something cannot be read or contradicts something else: the first
   *     problem, with the others suppressed
   */
  public void requireSound(Catalog builtIn) {
    List<ModelException> all =
        Stream.concat(problems.stream(), names(builtIn).problems().stream()).toList();
    if (!all.isEmpty()) {
      ModelException first = all.get(0);
      all.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  /** Every engine that is asked for, sorted by model and type. */
  public List<DeclaredEngine> engines() {
    record Asked(String model, Task task) {}
    Map<Asked, List<ModelUse>> asked =
        manifests.stream()
            .flatMap(manifest -> manifest.uses().stream())
            .sorted()
            .collect(
                Collectors.groupingBy(
                    use -> new Asked(use.model(), use.task()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return asked.entrySet().stream()
        .map(entry -> engine(entry.getKey().task(), entry.getKey().model(), entry.getValue()))
        .toList();
  }

  private static DeclaredEngine engine(Task task, String model, List<ModelUse> uses) {
    return new DeclaredEngine(
        task.engineType(),
        model,
        uses.stream().mapToInt(ModelUse::dimensions).max().orElse(0),
        uses.stream().map(ModelUse::type).sorted().distinct().toList());
  }

  /** What names mean in the application, and what its declarations do not agree about. */
  public DeclaredCatalog names(Catalog builtIn) {
    return DeclaredCatalog.ofPlaced(builtIn, lock, PlacedManifest.ofRunning(manifests));
  }

  private static <T> List<T> readAll(
      ClassLoader loader,
      String path,
      BiFunction<InputStream, String, T> format,
      List<ModelException> problems) {
    List<T> read = new ArrayList<>();
    try {
      for (URL url : Collections.list(loader.getResources(path))) {
        try (InputStream input = open(url)) {
          read.add(format.apply(input, url.toString()));
        } catch (IOException e) {
          problems.add(unreadable(url.toString(), e));
        } catch (ModelException e) {
          problems.add(e);
        }
      }
    } catch (IOException e) {
      problems.add(unreadable(path, e));
    }
    return read;
  }

  /** Without the JVM's cache of jars, which would give the old content of one that was replaced. */
  private static InputStream open(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }

  private static InvalidFileException unreadable(String file, IOException e) {
    return new InvalidFileException(
        file, "it cannot be read", "check the jars on the class path", e);
  }
}
