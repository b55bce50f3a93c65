package dev.larder.its.benchmarks;

import dev.larder.core.lock.ModelsLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A compiled project that declares one model, whose lock leads to a file on the server. */
record MavenProject(Path folder, Path localRepository, Certificate certificate) {

  private static final List<String> LIST = List.of("models:list");

  static final List<String> PREPARE = List.of("models:prepare");

  static final List<String> NOTHING = List.of("install:install", "-Dmaven.install.skip=true");

  /** A model of the catalog, for what the lock says goes before what the catalog says. */
  private static final String MODEL = "minilm";

  private static final String VARIANT = "onnx-int8";

  /** Writes the project. */
  static MavenProject write(
      Path folder, ServedFile file, Path localRepository, String version, Certificate certificate)
      throws IOException, InterruptedException {
    Path declarations = folder.resolve("target/classes/META-INF/larder");
    Files.createDirectories(declarations);
    Files.writeString(
        declarations.resolve("models.json"),
        """
        {
          "version": 1,
          "uses": [{"model": "%s", "task": "embedding", "type": "com.acme.Search"}]
        }
        """
            .formatted(MODEL));
    Files.write(folder.resolve(ModelsLock.FILE_NAME), file.lock(MODEL, VARIANT));
    Files.writeString(
        folder.resolve("pom.xml"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.acme</groupId>
          <artifactId>search</artifactId>
          <version>1</version>
          <build>
            <plugins>
              <plugin>
                <groupId>dev.larder</groupId>
                <artifactId>models-maven-plugin</artifactId>
                <version>%s</version>
              </plugin>
              <plugin>
                <groupId>org.apache.maven.plugins</groupId>
                <artifactId>maven-install-plugin</artifactId>
                <version>3.2.0</version>
              </plugin>
            </plugins>
          </build>
        </project>
        """
            .formatted(version));
    MavenProject project = new MavenProject(folder, localRepository, certificate);
    // Whoever trusts the server alone can download no plugin.
    project.run(NOTHING, "");
    project.run(LIST, "");
    return project;
  }

  /** Empties the store. */
  void forget() throws IOException {
    if (Files.exists(store())) {
      FileTree.delete(store());
    }
  }

  /**
   * Runs a goal.
   *
   * @return the time of the whole process
   */
  double secondsOf(List<String> goal, String jvmOptions) throws IOException, InterruptedException {
    String trust =
        "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s "
            .formatted(certificate.trustStore(), Certificate.PASSWORD);
    long start = System.nanoTime();
    run(goal, trust + jvmOptions);
    return Measurement.since(start, 0).seconds();
  }

  private void run(List<String> goal, String jvmOptions) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Programs.find("mvn"));
    command.add("-q");
    command.add("-Dmaven.repo.local=" + localRepository);
    command.add("-Dmodels.dir=" + store());
    command.addAll(goal);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("MAVEN_OPTS", jvmOptions);
    builder.environment().keySet().removeAll(List.of("HF_TOKEN", "HF_HUB_OFFLINE", "CI"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException("%s fails: %s".formatted(goal, output));
    }
  }

  private Path store() {
    return folder.resolve("target/store");
  }
}
