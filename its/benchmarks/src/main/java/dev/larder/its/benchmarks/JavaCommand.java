package dev.larder.its.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a JVM is started.
 *
 * @param options of the JVM
 * @param classPath of Larder
 */
record JavaCommand(List<String> options, String classPath) {

  private static final String CONSCRYPT = "conscrypt";

  /** TLS by Conscrypt, which is on this JVM's own class path. */
  static JavaCommand withConscrypt(String... options) {
    return new JavaCommand(List.of(options), System.getProperty("java.class.path"));
  }

  /** TLS by the JVM itself. */
  static JavaCommand plain(String... options) {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(":"))
            .filter(jar -> !isConscrypt(Path.of(jar)))
            .collect(Collectors.joining(":"));
    return new JavaCommand(List.of(options), classPath);
  }

  private static boolean isConscrypt(Path jar) {
    return jar.getFileName().toString().startsWith(CONSCRYPT);
  }
}
