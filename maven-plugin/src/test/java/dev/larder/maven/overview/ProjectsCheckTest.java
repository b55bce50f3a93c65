package dev.larder.maven.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.format.JsonWriter;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.lock.Scope;
import dev.larder.core.project.LockFile;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.maven.SampleStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectsCheckTest {

  @TempDir private Path home;
  @TempDir private Path work;

  private SampleStore sample;

  @BeforeEach
  void theStoreHasOneModel() {
    sample = new SampleStore(home);
    sample.install("small");
  }

  @Test
  void aProjectThatHasEverythingNeedsNoCommand() {
    sample.project(work.resolve("search"), "small");

    assertThat(lines())
        .containsExactly(
            "", "com.acme:search in " + work.resolve("search"), "  small  onnx-fp32  39 B  here");
  }

  @Test
  void aListThatWasDamagedKeepsNobodyFromWhatTheNewOneHas() throws IOException {
    Files.writeString(home.resolve("projects.json"), "{");
    sample.project(work.resolve("search"), "small");

    assertThat(home.resolve("projects.json.damaged")).exists();
    assertThat(lines()).contains("com.acme:search in " + work.resolve("search"));
  }

  @Test
  void whatWasCopiedIsHereAndNotYetVerified() throws Exception {
    sample.project(work.resolve("search"), "small");
    Path copy = copied();

    Overview overview =
        new ProjectsCheck(new ModelStore(new StoreLayout(copy)), List.of()).run(List.of());

    assertThat(overview.lines()).contains("  small  onnx-fp32  39 B  here, unverified");
    assertThat(new String(JsonWriter.write(overview::writeJson), StandardCharsets.UTF_8))
        .contains("\"state\": \"complete\"", "\"present\": true", "\"verified\": false");
  }

  private Path copied() throws IOException, InterruptedException {
    Path copy = work.resolve("copy");
    new ProcessBuilder("cp", "-a", home.toString(), copy.toString()).inheritIO().start().waitFor();
    return copy;
  }

  @Test
  void whatIsMissingComesWithTheCommandThatFetchesIt() throws IOException {
    Path lock = sample.project(work.resolve("my search"), "small", "walled");
    Path pom = Files.createFile(lock.resolveSibling("pom.xml"));

    assertThat(lines())
        .containsExactly(
            "",
            "com.acme:my search in " + work.resolve("my search"),
            "  small   onnx-fp32  39 B  here",
            "  walled  onnx-int8  39 B  missing",
            "  To fix: mvn -f \"" + pom + "\" models:fetch");
  }

  @Test
  void whatOnlyTestsNeedIsMarked() {
    LockFile lock = new LockFile(sample.project(work.resolve("search"), "small", "walled"));
    lock.write(
        ModelsLock.of(lock.read().models().stream().map(model -> model.in(Scope.TEST)).toList()));

    assertThat(lines())
        .contains(
            "  small   onnx-fp32  39 B  here, for tests only",
            "  walled  onnx-int8  39 B  missing, for tests only");
  }

  @Test
  void theLockAsItIsNowCounts() throws IOException {
    Path lock = sample.project(work.resolve("search"), "small");
    Path other = sample.project(work.resolve("other"), "walled");
    Files.move(other, lock, StandardCopyOption.REPLACE_EXISTING);

    assertThat(lines()).contains("  walled  onnx-int8  39 B  missing");
  }

  @Test
  void movedAndDeletedProjectsAreSaidToBeGone() throws IOException {
    Path lock = sample.project(work.resolve("search"), "small");
    Files.delete(lock);

    assertThat(lines())
        .containsExactly(
            "",
            "com.acme:search in " + work.resolve("search"),
            "  gone: " + lock + " was moved or deleted");
  }

  @Test
  void aBrokenLockHidesNoOtherProject() throws IOException {
    Files.writeString(sample.project(work.resolve("broken"), "small"), "what?");
    sample.project(work.resolve("search"), "small");

    assertThat(lines())
        .contains("com.acme:search in " + work.resolve("search"))
        .anyMatch(line -> line.startsWith("  unreadable: "))
        .anyMatch(line -> line.startsWith("  To fix: restore it"));
  }

  @Test
  void aFreshCheckoutIsLookedAtBeforeTheStoreKnowsIt() throws IOException {
    Path known = sample.project(work.resolve("search"), "walled");
    Path fresh = Files.createDirectory(work.resolve("fresh")).resolve("models.lock");
    Files.copy(known, fresh);

    Overview overview =
        new ProjectsCheck(sample.store, List.of("-Dmodels.dir=" + home))
            .run(
                List.of(
                    ProjectLock.ofBuild("com.acme:fresh", fresh),
                    ProjectLock.ofBuild("com.acme:none", work.resolve("none/models.lock"))));

    assertThat(overview.lines())
        .contains(
            "com.acme:fresh in " + work.resolve("fresh"),
            "  To fix: mvn models:fetch -Dmodels.dir=" + home)
        .noneMatch(line -> line.contains("com.acme:none"));
    assertThat(new String(JsonWriter.write(overview::writeJson), StandardCharsets.UTF_8))
        .contains("\"state\": \"incomplete\"", "\"seen\": null", "\"present\": false");
  }

  @Test
  void aStoreWithoutProjectsSaysSo() {
    assertThat(lines()).singleElement().asString().startsWith("No project is known here");
  }

  /** What is said below the store itself. */
  private List<String> lines() {
    List<String> lines = new ProjectsCheck(sample.store, List.of()).run(List.of()).lines();
    assertThat(lines.get(0)).startsWith("Store: " + home + ", 1 model, ");
    return lines.subList(1, lines.size());
  }
}
