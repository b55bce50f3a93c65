package dev.larder.llama.process;

import dev.larder.core.file.AtomicFile;
import dev.larder.llama.worker.WorkerMain;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where the code of a worker lies. */
final class WorkerJars {

  /**
   * One class of each jar. Named, not loaded: java-llama.cpp loads its library with its classes.
   */
  private static final List<String> CLASSES =
      List.of(WorkerMain.class.getName(), "de.kherud.llama.args.LogFormat");

  private WorkerJars() {}

  /**
   * Jars and folders that another process can have on its class path.
   *
   * @param folder for copies of jars that lie within another file, as in an executable jar
   * @throws IOException if the code lies in no jar at all
   */
  static List<Path> usableFrom(Path folder) throws IOException {
    Set<Path> jars = new LinkedHashSet<>();
    for (String name : CLASSES) {
      URL location = location(name);
      jars.add(
          location.getProtocol().equals("file")
              ? Path.of(URI.create(location.toString()))
              : copy(location, folder));
    }
    return List.copyOf(jars);
  }

  private static URL location(String name) throws IOException {
    try {
      CodeSource source =
          Class.forName(name, false, WorkerJars.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      if (source != null && source.getLocation() != null) {
        return source.getLocation();
      }
    } catch (ClassNotFoundException e) {
      throw new IOException("java-llama.cpp is not on the class path", e);
    }
    throw new IOException("the jar of %s cannot be found".formatted(name));
  }

  private static Path copy(URL location, Path folder) throws IOException {
    String address = location.toString().replaceFirst("^jar:", "").replaceFirst("!/$", "");
    Path jar = folder.resolve(address.substring(address.lastIndexOf('/') + 1));
    try (InputStream in = new URL(address).openStream()) {
      AtomicFile.ofStore(jar).write(in::transferTo);
    }
    return jar;
  }
}
