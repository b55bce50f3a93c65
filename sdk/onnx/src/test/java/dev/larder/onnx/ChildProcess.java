package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own with the class path of the tests.
 *
 * @param wrapper what the command is handed to, if anything
 * @param options of the JVM
 * @param main the class to run
 * @param arguments its arguments
 */
record ChildProcess(
    List<String> wrapper, List<String> options, Class<?> main, List<String> arguments) {

  private static final long MINUTES = 60;

  /** How a process ended, and all that it wrote. */
  record End(int status, String output) {}

  static ChildProcess of(Class<?> main, String... arguments) {
    return new ChildProcess(List.of(), List.of(), main, List.of(arguments));
  }

  ChildProcess withOptions(String... others) {
    return new ChildProcess(wrapper, List.of(others), main, arguments);
  }

  ChildProcess within(List<String> other) {
    return new ChildProcess(other, options, main, arguments);
  }

  /** Waits until it has ended by itself. */
  End run(Path output) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dmodels.dir=" + System.getProperty("models.dir"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("ended by itself").isTrue();
      return new End(process.exitValue(), Files.readString(output, UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }
}
