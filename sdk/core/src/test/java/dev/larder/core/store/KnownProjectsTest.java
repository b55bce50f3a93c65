package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.InvalidFileException;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownProjectsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T07:31:00Z");

  @TempDir private Path folder;

  private final InMemorySource source = new InMemorySource().with("model.onnx", "a network");

  @Test
  void remembersWhatAProjectLocksAndForgetsWhatItLockedBefore() {
    KnownProjects projects = projects();
    Path shop = folder.resolve("shop/models.lock");
    Path bank = folder.resolve("bank/models.lock");

    projects.note("com.acme:shop", shop, ModelsLock.empty());
    projects.note("com.acme:bank", bank, ModelsLock.empty());
    projects.note("com.acme:shop", shop, ModelsLock.of(List.of(locked())));

    assertThat(projects().list())
        .extracting(KnownProject::name)
        .containsExactly("com.acme:bank", "com.acme:shop");
    KnownProject known = projects().list().get(1);
    assertThat(known.lockFile()).isEqualTo(shop);
    assertThat(known.seen()).isEqualTo(NOW);
    assertThat(known.models())
        .extracting(Object::toString)
        .containsExactly("small:onnx-fp32@" + InMemorySource.COMMIT);
  }

  @Test
  void aStoreThatNobodyUsedKnowsNoProject() {
    assertThat(projects().list()).isEmpty();
  }

  @Test
  void aDamagedListIsKeptAsideAndBegunAnew() throws IOException {
    Path file = Files.writeString(folder.resolve("projects.json"), "{\"version\": 1, \"proj");

    projects().note("a:b", folder.resolve("x"), ModelsLock.empty());

    assertThat(folder.resolve("projects.json.damaged")).hasContent("{\"version\": 1, \"proj");
    assertThat(file).content().contains("a:b");
  }

  @Test
  void whereTheListCannotBeWrittenNobodyIsStopped() throws IOException {
    // For whoever runs the tests, as to root no folder is read-only: a folder is in the way.
    Files.createDirectories(folder.resolve("cache/locks/projects.lock"));

    projects().note("a:b", folder.resolve("x"), ModelsLock.empty());

    assertThat(projects().list()).isEmpty();
  }

  @Test
  void whereNoStoreCanBeMadeNobodyIsStopped() throws IOException {
    Files.createFile(folder.resolve("cache"));

    projects().note("a:b", folder.resolve("x"), ModelsLock.empty());

    assertThat(projects().list()).isEmpty();
  }

  @Test
  void aSecondDamagedListDoesNotReplaceTheFirst() throws IOException {
    Files.writeString(folder.resolve("projects.json.damaged"), "first");
    Files.writeString(folder.resolve("projects.json"), "second");

    projects().note("a:b", folder.resolve("x"), ModelsLock.empty());

    assertThat(folder.resolve("projects.json.damaged")).hasContent("first");
    assertThat(folder.resolve("projects.json.damaged-2")).hasContent("second");
  }

  @Test
  void whoNeedsEveryProjectHearsOfTheDamageUntilSomebodyHasSeenToIt() throws IOException {
    Path file = Files.writeString(folder.resolve("projects.json"), "{");
    assertThatThrownBy(() -> projects().list())
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("File " + file + " cannot be used");
    assertThat(projects().known()).isEmpty();

    projects().note("a:b", folder.resolve("x"), ModelsLock.empty());
    assertThatThrownBy(() -> projects().list())
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("File " + file + ".damaged cannot be used")
        .hasMessageContaining("it is the projects.json that was found damaged")
        .hasMessageContaining("mvn models:prepare in every project");
    assertThat(projects().known()).extracting(KnownProject::name).containsExactly("a:b");

    Files.delete(folder.resolve("projects.json.damaged"));
    assertThat(projects().list()).extracting(KnownProject::name).containsExactly("a:b");
  }

  @Test
  void aSecondDamagedListCountsWhenTheFirstIsGone() throws IOException {
    Files.writeString(folder.resolve("projects.json.damaged-2"), "second");

    assertThatThrownBy(() -> projects().list())
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("projects.json.damaged-2 cannot be used");
  }

  @Test
  void aFolderInThePlaceOfTheListIsKeptAsideToo() throws IOException {
    Files.createDirectory(folder.resolve("projects.json"));
    assertThat(projects().known()).isEmpty();

    projects().note("a:b", folder.resolve("x"), ModelsLock.empty());

    assertThat(folder.resolve("projects.json.damaged")).isDirectory();
    assertThat(projects().known()).extracting(KnownProject::name).containsExactly("a:b");
  }

  @Test
  void theListOfANewerLarderStaysAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("projects.json"), "{\"version\": 99}");

    projects().note("a:b", folder.resolve("x"), ModelsLock.empty());

    assertThat(file).hasContent("{\"version\": 99}");
    assertThat(folder.resolve("projects.json.damaged")).doesNotExist();
    assertThatThrownBy(() -> projects().list())
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("99");
    assertThat(projects().known()).isEmpty();
  }

  private LockedModel locked() {
    return source.wants("model.onnx").exactly().orElseThrow();
  }

  private KnownProjects projects() {
    return new KnownProjects(
        new StoreLayout(folder),
        new StoreLocks(Duration.ofSeconds(5)),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
