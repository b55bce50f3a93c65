package dev.larder.llama.process;

import dev.larder.llama.worker.WorkerMain;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a worker is started.
 *
 * @param executable the launcher of this JVM
 * @param classPath what a worker needs
 */
record JavaLauncher(Path executable, List<Path> classPath) {

  /** Options for the application, an agent's or a debugger's for instance, are not the worker's. */
  static final List<String> FOREIGN_OPTIONS =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  /** From this version on a JVM warns of native code that was not allowed. */
  private static final int WARNS_OF_NATIVE_CODE = 22;

  JavaLauncher {
    classPath = List.copyOf(classPath);
  }

  /**
   * The launcher of the JVM that this is.
   *
   * @param natives a folder for jars that lie within another file
   * @throws IOException if there is none, or the jars cannot be used by another process
   */
  static JavaLauncher ofThisJvm(Path natives) throws IOException {
    return in(Path.of(System.getProperty("java.home")), natives);
  }

  static JavaLauncher in(Path javaHome, Path natives) throws IOException {
    Path bin = javaHome.resolve("bin");
    Path executable =
        Files.isExecutable(bin.resolve("java.exe")) ? bin.resolve("java.exe") : bin.resolve("java");
    if (!Files.isExecutable(executable)) {
      throw new IOException("there is no java launcher in %s".formatted(bin));
    }
    return new JavaLauncher(executable, WorkerJars.usableFrom(natives));
  }

  /**
   * The command line of a worker.
   *
   * @throws dev.larder.api.StorageException if a path cannot be written into it
   */
  List<String> command(Path natives) {
    List<String> command = new ArrayList<>();
    command.add(PathSpelling.ofArgument(executable));
    // Texts and vectors pass through the heap; the model lies outside of it.
    command.addAll(List.of("-Xms16m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:-UsePerfData", "-Xshare:auto"));
    // What a JVM says of its own crash contains what was in its memory.
    command.addAll(
        List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:-CreateCoredumpOnCrash"));
    if (Runtime.version().feature() >= WARNS_OF_NATIVE_CODE) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add("-classpath");
    command.add(
        String.join(File.pathSeparator, classPath.stream().map(PathSpelling::ofArgument).toList()));
    command.add(WorkerMain.class.getName());
    command.add(PathSpelling.ofArgument(natives));
    return command;
  }
}
