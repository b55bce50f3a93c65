package dev.larder.maven.uptodate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Exclusion;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedRecordTest {

  @TempDir private Path folder;

  private final MavenProject project = Projects.project("application");
  private Path manifest;
  private Path lock;
  private Path jar;
  private Path model;
  private PreparedRecord record;

  @BeforeEach
  void somethingWasPrepared() throws IOException {
    manifest = Files.writeString(folder.resolve("models.json"), "{\"uses\": []}\n");
    lock = Files.writeString(folder.resolve("models.lock"), "version = 1\n");
    jar = old(Files.writeString(folder.resolve("library-1-SNAPSHOT.jar"), "classes"));
    model =
        old(
            Files.writeString(
                Files.createDirectories(folder.resolve("store")).resolve("model.onnx"), "weights"));
    record = new PreparedRecord(folder.resolve("target/larder/prepared"));
    record.write(
        now("store A"),
        2,
        List.of(
            Evidence.project(Reactor.id(project), fingerprint()),
            Evidence.content(manifest),
            Evidence.content(lock),
            Evidence.looks(jar),
            Evidence.looks(model),
            Evidence.looks(folder.resolve("absent.jar")),
            Evidence.content(folder.resolve("absent.json"))));
  }

  @Test
  void whereNothingHasChangedTheNumberOfModelsIsKnown() {
    assertThat(record.modelsIfUnchanged(now("store A"))).hasValue(2);
  }

  @Test
  void withoutARecordNothingIsKnown() throws IOException {
    Files.delete(record.file());

    assertChanged();
  }

  @Test
  void anotherStoreCounts() {
    assertThat(record.modelsIfUnchanged(now("store B"))).isEmpty();
  }

  @Test
  void aDeletedStoreCounts() throws IOException {
    Files.delete(model);

    assertChanged();
  }

  @Test
  void aChangedLockCounts() throws IOException {
    Files.writeString(lock, "version = 2\n");

    assertChanged();
  }

  @Test
  void aDeletedLockCounts() throws IOException {
    Files.delete(lock);

    assertChanged();
  }

  @Test
  void aChangedManifestCountsEvenWithTheOldTimeAndSize() throws IOException {
    FileTime time = Files.getLastModifiedTime(manifest);
    Files.writeString(manifest, "{\"uses\": {}}\n");
    Files.setLastModifiedTime(manifest, time);

    assertChanged();
  }

  @Test
  void anEmptyManifestIsNotAnAbsentOne() throws IOException {
    Files.createFile(folder.resolve("absent.json"));

    assertChanged();
  }

  @Test
  void aNewJarCounts() throws IOException {
    old(Files.writeString(folder.resolve("absent.jar"), "classes"));

    assertChanged();
  }

  @Test
  void aReplacedJarCountsEvenWithTheOldTimeAndSize() throws IOException {
    FileTime time = Files.getLastModifiedTime(jar);
    Path other = Files.writeString(folder.resolve("other.jar"), "CLASSES");
    Files.setLastModifiedTime(other, time);
    Files.move(other, jar, StandardCopyOption.REPLACE_EXISTING);

    assertChanged();
  }

  @Test
  void aChangedModelFileCounts() throws IOException {
    Files.writeString(model, "WEIGHTS");

    assertChanged();
  }

  @Test
  void anAddedDependencyCounts() {
    project.getDependencies().add(Projects.dependency("other", "1"));

    assertChanged();
  }

  @Test
  void anExclusionCounts() {
    Exclusion exclusion = new Exclusion();
    exclusion.setGroupId("com.acme");
    exclusion.setArtifactId("transitive");
    project.getDependencies().get(0).addExclusion(exclusion);

    assertChanged();
  }

  @Test
  void aManagedDependencyCounts() {
    DependencyManagement management = new DependencyManagement();
    Dependency managed = Projects.dependency("transitive", "2");
    management.addDependency(managed);
    project.getModel().setDependencyManagement(management);

    assertChanged();
  }

  @Test
  void aProjectThatIsNoLongerInTheBuildCounts() {
    assertThat(
            record.modelsIfUnchanged(new Circumstances(List.of("store A"), new Reactor(List.of()))))
        .isEmpty();
  }

  @Test
  void aFileThatChangedJustBeforeTheRecordIsNotTrusted() throws IOException {
    Instant written = Files.getLastModifiedTime(record.file()).toInstant();
    Files.setLastModifiedTime(model, FileTime.from(written.minusMillis(1500)));
    record.write(now("store A"), 1, List.of(Evidence.looks(model)));

    assertChanged();
  }

  @Test
  void aDamagedRecordIsNone() throws IOException {
    String text = Files.readString(record.file());
    for (int length = 0; length < text.length() - 1; length++) {
      Files.writeString(record.file(), text.substring(0, length));
      OptionalInt models = record.modelsIfUnchanged(now("store A"));

      assertThat(models).as(text.substring(0, length)).isEmpty();
    }
  }

  @Test
  void pathsMayHaveTabsAndLineBreaks() throws IOException {
    Path strange = old(Files.writeString(folder.resolve("a\tb\nc\\d.jar"), "classes"));
    record.write(now("store A"), 1, List.of(Evidence.looks(strange)));

    assertThat(record.modelsIfUnchanged(now("store A"))).hasValue(1);
    Files.delete(strange);
    assertChanged();
  }

  @Test
  void classFilesThatAreAsTheyWereDoNotCount() throws IOException {
    rememberClasses("com/acme/Search.class", "com/acme/Advice.class");
    Files.writeString(classes().resolve("com/acme/names.txt"), "no class");

    assertThat(record.modelsIfUnchanged(now("store A"))).hasValue(1);
  }

  @Test
  void aNewClassFileCounts() throws IOException {
    rememberClasses("com/acme/Search.class");
    old(Files.writeString(classes().resolve("com/acme/Advice.class"), "class"));

    assertChanged();
  }

  @Test
  void aDeletedClassFileCounts() throws IOException {
    rememberClasses("com/acme/Search.class", "com/acme/Advice.class");
    Files.delete(classes().resolve("com/acme/Advice.class"));

    assertChanged();
  }

  @Test
  void aClassFileThatWasWrittenAgainCounts() throws IOException {
    rememberClasses("com/acme/Search.class", "com/acme/Advice.class");
    Files.setLastModifiedTime(
        classes().resolve("com/acme/Advice.class"), FileTime.from(Instant.now().minusSeconds(50)));

    assertChanged();
  }

  @Test
  void aReplacedClassFileCountsEvenWithTheOldTimeAndSize() throws IOException {
    rememberClasses("com/acme/Search.class");
    Path search = classes().resolve("com/acme/Search.class");
    FileTime time = Files.getLastModifiedTime(search);
    Path other = Files.writeString(folder.resolve("other.class"), "CLASS");
    Files.setLastModifiedTime(other, time);
    Files.move(other, search, StandardCopyOption.REPLACE_EXISTING);

    assertChanged();
  }

  @Test
  void classFilesOfTheLastSecondAreTrustedWhereTimesHaveFractions() throws IOException {
    rememberClasses("com/acme/Search.class");
    Path search = classes().resolve("com/acme/Search.class");
    Instant written = Files.getLastModifiedTime(record.file()).toInstant();
    Files.setLastModifiedTime(search, FileTime.from(written.minusMillis(500).plusNanos(1)));
    record.write(now("store A"), 1, List.of(Evidence.classes(classes())));
    assertThat(record.modelsIfUnchanged(now("store A"))).hasValue(1);

    Files.setLastModifiedTime(
        search, FileTime.from(written.truncatedTo(ChronoUnit.SECONDS).minusSeconds(1)));
    record.write(now("store A"), 1, List.of(Evidence.classes(classes())));
    Files.setLastModifiedTime(record.file(), FileTime.from(written));
    assertChanged();
  }

  private void rememberClasses(String... paths) throws IOException {
    for (String path : paths) {
      Path file = classes().resolve(path);
      Files.createDirectories(file.getParent());
      old(Files.writeString(file, "class"));
    }
    record.write(now("store A"), 1, List.of(Evidence.classes(classes())));
  }

  private Path classes() {
    return folder.resolve("classes");
  }

  private void assertChanged() {
    assertThat(record.modelsIfUnchanged(now("store A"))).isEmpty();
  }

  private Circumstances now(String setting) {
    return new Circumstances(List.of(setting), new Reactor(List.of(project)));
  }

  private String fingerprint() {
    return String.valueOf(new Reactor(List.of(project)).fingerprint(Reactor.id(project)));
  }

  private static Path old(Path file) throws IOException {
    return Files.setLastModifiedTime(
        file, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
  }
}
