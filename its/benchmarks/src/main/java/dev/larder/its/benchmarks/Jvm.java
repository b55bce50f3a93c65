package dev.larder.its.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link FetchingProcess}, seen from outside. */
final class Jvm implements AutoCloseable {

  private final Process process;
  private final Writer stores;
  private final BufferedReader answers;

  private Jvm(Process process) {
    this.process = process;
    this.stores = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  static Jvm start(ServedFile file, JavaCommand java, Certificate certificate, Path folder)
      throws IOException {
    Path lock = Files.write(folder.resolve("models.lock"), file.lock("benchmark", "random"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java.options());
    command.addAll(
        List.of(
            "-Djavax.net.ssl.trustStore=" + certificate.trustStore(),
            "-Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD,
            "-classpath",
            java.classPath(),
            FetchingProcess.class.getName(),
            lock.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("HF_HUB_CACHE", folder.resolve("no-cache").toString());
    builder.environment().keySet().removeAll(List.of("HF_TOKEN", "HF_HUB_OFFLINE"));
    return new Jvm(builder.start());
  }

  /** Fetches into a fresh store. */
  void fetchInto(Path store) throws IOException {
    stores.write(store + "\n");
    stores.flush();
    String answer = answers.readLine();
    if (!FetchingProcess.DONE.equals(answer)) {
      throw new IOException("the fetch failed: " + answer);
    }
  }

  /** The most memory that was resident so far, in bytes. */
  long peakMemory() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() throws IOException {
    stores.close();
    process.onExit().join();
  }
}
