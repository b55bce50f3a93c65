package dev.larder.core.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of processor, as far as variants of models are made for one. Of those of one architecture,
 * a later one knows more instructions.
 */
public enum Platform {
  X86_64("x86_64"),
  X86_64_AVX2("x86_64-avx2", "avx2"),
  X86_64_AVX512_VNNI("x86_64-avx512-vnni", "avx2", "avx512_vnni"),
  ARM64("arm64"),
  /** Any other processor. */
  OTHER("other");

  private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");

  private final String word;

  /** What Linux calls the instructions that it has besides those of its architecture. */
  @SuppressWarnings("ImmutableEnumChecker") // It comes from Set.of.
  private final Set<String> instructions;

  Platform(String word, String... instructions) {
    this.word = word;
    this.instructions = Set.of(instructions);
  }

  /**
   * The platform of this machine. Only Linux says which instructions a processor knows; elsewhere
   * it is what every processor of the architecture is.
   */
  public static Platform ofMachine() {
    return Machine.PLATFORM;
  }

  /** Found out once: it stays as it is, and a list of models asks for each of them. */
  private static final class Machine {
    private static final Platform PLATFORM = of(System.getProperty("os.arch"), instructions());
  }

  /**
   * The platform of a processor.
   *
   * @param architecture as the JVM calls it
   * @param instructions as Linux calls them
   */
  static Platform of(String architecture, Set<String> instructions) {
    String name =
        switch (architecture.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> X86_64.word;
          case "aarch64", "arm64" -> ARM64.word;
          default -> OTHER.word;
        };
    return Arrays.stream(values())
        .filter(platform -> platform.architecture().equals(name))
        .filter(platform -> instructions.containsAll(platform.instructions))
        .reduce(OTHER, (less, more) -> more);
  }

  private static Set<String> instructions() {
    try (BufferedReader lines = Files.newBufferedReader(DESCRIPTION, UTF_8)) {
      return lines.lines().filter(line -> line.startsWith("flags")).findFirst().stream()
          .flatMap(line -> Stream.of(line.split("\\s+")))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      return Set.of();
    }
  }

  private String architecture() {
    return word.replaceFirst("-.*", "");
  }

  /** What stands in a catalog or a lock. */
  public String word() {
    return word;
  }

  /** The platform of a word. */
  public static Optional<Platform> ofWord(String word) {
    return Arrays.stream(values()).filter(platform -> platform.word.equals(word)).findFirst();
  }

  /** All words, for messages. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Platform::word).toList();
  }

  /** Whether what is made for another platform runs on this one; null is for every platform. */
  public boolean includes(@Nullable Platform other) {
    return other == null
        || (architecture().equals(other.architecture())
            && instructions.containsAll(other.instructions));
  }
}
