package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** What kind of processor this machine has. */
final class Processor {

  private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");

  private Processor() {}

  /** A short text that differs where ONNX Runtime may arrange matrices in another way. */
  static String fingerprint() {
    String architecture = System.getProperty("os.arch");
    return architecture + "-" + Integer.toHexString(features().hashCode());
  }

  /** The instructions that it knows, where the system says so. */
  private static String features() {
    try (BufferedReader lines = Files.newBufferedReader(DESCRIPTION, UTF_8)) {
      return lines
          .lines()
          .filter(Processor::namesFeatures)
          .findFirst()
          .orElse(architectureOfWindows());
    } catch (IOException e) {
      return architectureOfWindows();
    }
  }

  private static boolean namesFeatures(String line) {
    return Stream.of("flags", "features").anyMatch(line.toLowerCase(Locale.ROOT)::startsWith);
  }

  private static String architectureOfWindows() {
    return System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", "");
  }
}
