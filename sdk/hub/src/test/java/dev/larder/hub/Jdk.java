package dev.larder.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A JDK, or a run-time image, on this machine.
 *
 * @param home its folder
 */
record Jdk(Path home) {

  /**
   * How a program ended.
   *
   * @param exitCode 0 if all went well
   * @param output what it printed
   */
  record Ended(int exitCode, String output) {}

  /** The one that runs this. */
  static Jdk running() {
    return new Jdk(Path.of(System.getProperty("java.home")));
  }

  /** What {@code JAVA_HOME_25} names, or lies beside the one that runs this. */
  static Optional<Jdk> of25() throws IOException {
    Path folder = running().home().toRealPath().getParent();
    try (Stream<Path> beside = Files.list(folder)) {
      return Stream.concat(Stream.ofNullable(System.getenv("JAVA_HOME_25")).map(Path::of), beside)
          .map(Jdk::new)
          .filter(Jdk::isOf25)
          .findFirst();
    }
  }

  private boolean isOf25() {
    Path release = home.resolve("release");
    try {
      return Files.isRegularFile(release)
          && Files.readString(release).contains("JAVA_VERSION=\"25")
          && Files.isExecutable(program("keytool"));
    } catch (IOException e) {
      return false;
    }
  }

  private Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  /** Makes a run-time image of what fetching needs of this JDK. */
  Jdk linkTo(Path folder) throws IOException, InterruptedException {
    Ended ended =
        run(
            "jlink",
            "--add-modules",
            "java.base,java.logging,java.naming,jdk.crypto.ec,jdk.unsupported",
            "--output",
            folder.toString());
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    return new Jdk(folder);
  }

  /** Puts a certificate into this JDK's own trust store. */
  void trust(Path certificate, Jdk keytool) throws IOException, InterruptedException {
    Ended ended =
        keytool.run(
            "keytool",
            "-importcert",
            "-noprompt",
            "-storepass",
            "changeit",
            "-keystore",
            home.resolve("lib/security/cacerts").toString(),
            "-file",
            certificate.toString());
    assertThat(ended.exitCode()).as(ended.output()).isZero();
  }

  Ended run(String name, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program(name).toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(name, ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      return new Ended(process.exitValue(), Files.readString(output));
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }
}
