package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.larder.api.InvalidFileException;
import dev.larder.api.StorageException;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Provenance;
import dev.larder.core.catalog.Selector;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.Integrity;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.lock.RecordedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in a store whose record was not written, or lost. */
class HealingRecordTest {

  private static final Instant NOW = Instant.parse("2026-11-20T07:31:00Z");

  @TempDir private Path folder;

  private final InMemorySource source =
      new InMemorySource().with("model.onnx", "a network").with("tokenizer.json", "{}");
  private final WantedModel wanted = source.wants("model.onnx", "tokenizer.json");

  private Path home;
  private ModelStore store;

  @BeforeEach
  void openStore() {
    home = folder.resolve("larder");
    store =
        new ModelStore(
            new StorePlaces(
                new StoreLayout(home), List.of(), new HuggingFaceCache(folder.resolve("hf"))),
            Duration.ofSeconds(20),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void aSecondNameForContentIsRecordedWithWhereTheContentCameFrom() {
    install("small");
    LockedModel second = install("smaller").model();

    RecordedModel recorded = store.record().find(second).orElseThrow();

    assertThat(recorded.downloaded()).isEqualTo(NOW);
    assertThat(recorded.fromByPath())
        .containsEntry("model.onnx", new Provenance(Origin.HUB, "https://hub.test/model.onnx"));
    assertThat(source.fetches).hasValue(2);
  }

  @Test
  void contentOfUnknownOriginIsRecordedAsTheStores() throws IOException {
    install("small");
    Files.delete(home.resolve("models.lock"));

    LockedModel second = install("smaller").model();

    Provenance from = store.record().find(second).orElseThrow().from(second.files().get(0));
    assertThat(from.origin()).isEqualTo(Origin.STORE);
    assertThat(from.url())
        .startsWith("file:")
        .endsWith("cache/blobs/sha256/" + source.digest("model.onnx"));
  }

  @Test
  void aModelThatIsInstalledAgainKeepsItsRecord() {
    RecordedModel first = store.record().find(install("small").model()).orElseThrow();
    LockedModel again = install("small").model();

    assertThat(store.record().find(again)).contains(first);
  }

  @Test
  void aDiskThatIsFullAtTheRecordLeavesAModelThatIsRecordedWhenItIsFound() throws IOException {
    LockedModel model = failAtTheRecord();
    assertThat(store.record().find(model)).isEmpty();

    assertThat(store.find(model)).isPresent();

    assertThat(store.record().find(model)).isPresent();
  }

  @Test
  void aModelThatAProjectLocksIsRecordedWheneverTheStoreIsLookedThrough() throws IOException {
    LockedModel model = failAtTheRecord();
    ModelsLock lock = ModelsLock.of(List.of(model));
    Path file = Files.write(folder.resolve("models.lock"), LockFormat.write(lock));
    store.projects().note("com.acme:shop", file, lock);

    assertThat(store.present()).hasSize(1);

    RecordedModel recorded = store.record().find(model).orElseThrow();
    assertThat(recorded.model().licence()).isEqualTo("MIT");
    assertThat(recorded.downloaded()).isBetween(Instant.now().minusSeconds(60), Instant.now());
  }

  @Test
  void aModelThatNobodyKnowsIsThereCanBeVerifiedAndRemoved() throws IOException {
    LockedModel model = failAtTheRecord();

    List<RecordedModel> there = store.everKnown();

    assertThat(there)
        .extracting(RecordedModel::model)
        .extracting(LockedModel::key)
        .containsExactly(KnownProjects.selector(model));
    LockedModel found = there.get(0).model();
    assertThat(found.integrity()).isEqualTo(Integrity.NONE);
    assertThat(found.files())
        .extracting("path", "sha256")
        .containsExactlyInAnyOrderElementsOf(
            model.files().stream().map(file -> tuple(file.path(), file.sha256())).toList());
    assertThat(store.verify(found)).isEmpty();
    assertThat(store.record().find(model).orElseThrow().fromByPath().values())
        .allMatch(from -> from.url().startsWith("file:"));

    assertThat(store.remove(found)).isTrue();
    assertThat(home.resolve("cache/blobs/sha256")).isEmptyDirectory();
  }

  @Test
  void whatWasRecordedWhileNobodyKnewTheModelGivesWayToWhatSomebodyKnows() throws IOException {
    LockedModel model = failAtTheRecord();
    store.present();

    store.noteInstalled(List.of(model));

    assertThat(store.record().find(model).orElseThrow().model().licence()).isEqualTo("MIT");
  }

  @Test
  void aModelWithoutRecordIsPrunedLikeOthers() throws IOException {
    failAtTheRecord();

    PrunePlan plan = store.planPruning(0);
    store.prune(plan);

    assertThat(plan.models()).hasSize(1);
    assertThat(home.resolve("cache/blobs/sha256")).isEmptyDirectory();
  }

  @Test
  void aLostRecordIsWrittenAgainForWhatWasInstalled() throws IOException {
    LockedModel model = install("small").model();
    Files.delete(home.resolve("models.lock"));

    store.noteInstalled(List.of(model));

    assertThat(store.record().find(model)).isPresent();
  }

  @Test
  void whatIsNotHereIsNotRecorded() throws IOException {
    LockedModel model = install("small").model();
    store.remove(model);
    Files.delete(home.resolve("models.lock"));

    store.noteInstalled(List.of(model));

    assertThat(home.resolve("models.lock")).doesNotExist();
  }

  @Test
  void aRecordThatCannotBeWrittenKeepsNobodyFromAModel() throws IOException {
    LockedModel model = failAtTheRecord();
    refuseRecord();

    assertThat(store.find(model)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"version = 1\n[small", "version = 1\nunheard = true\n", "\0"})
  void aDamagedRecordIsBegunAnewWheneverTheStoreIsLookedThrough(String damaged) throws IOException {
    LockedModel model = install("small").model();
    Files.writeString(home.resolve("models.lock"), damaged);

    assertThat(store.present()).hasSize(1);
    assertThat(store.everKnown()).hasSize(1);

    assertThat(home.resolve("models.lock.damaged")).hasContent(damaged);
    assertThat(store.record().find(model)).isPresent();
    assertThatThrownBy(() -> store.planPruning(0))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("models.lock.damaged");
  }

  @Test
  void aFolderInThePlaceOfTheRecordIsKeptAsideToo() throws IOException {
    LockedModel model = install("small").model();
    Files.delete(home.resolve("models.lock"));
    Files.createDirectory(home.resolve("models.lock"));

    assertThat(store.everKnown()).hasSize(1);

    assertThat(home.resolve("models.lock.damaged")).isDirectory();
    assertThat(store.record().find(model)).isPresent();
  }

  @Test
  void aDamagedRecordThatCannotBeReplacedHidesNoModel() throws IOException {
    LockedModel model = install("small").model();
    Path record = Files.writeString(home.resolve("models.lock"), "version = 1\n[small");
    // For whoever runs the tests, as to root no folder is read-only.
    Path moved = Files.move(home, folder.resolve("moved"));
    Files.delete(moved.resolve("cache/locks/record.lock"));
    Files.createDirectory(moved.resolve("cache/locks/record.lock"));
    ModelStore there = new ModelStore(new StoreLayout(moved));

    assertThat(there.present()).hasSize(1);
    assertThat(there.everKnown()).hasSize(1);
    assertThat(there.record().find(model)).isEmpty();
    assertThat(moved.resolve(record.getFileName())).hasContent("version = 1\n[small");
  }

  @Test
  void theRecordOfANewerLarderIsLeftAloneAndHidesNoModel() throws IOException {
    LockedModel model = install("small").model();
    Path record = Files.writeString(home.resolve("models.lock"), "version = 99\n");

    assertThat(store.present()).hasSize(1);
    assertThat(store.everKnown()).hasSize(1);
    assertThat(store.record().find(model)).isEmpty();
    assertThat(store.remove(model)).isTrue();

    assertThat(record).hasContent("version = 99");
    assertThat(home.resolve("models.lock.damaged")).doesNotExist();
    assertThatThrownBy(() -> store.planPruning(0))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("99");
  }

  @Test
  void aDamagedRecordOfASharedStoreHidesNoModel() throws IOException {
    install("small");
    Files.writeString(home.resolve("models.lock"), "version = 1\n[small");

    ModelStore own =
        new ModelStore(
            new StorePlaces(
                new StoreLayout(folder.resolve("own")),
                List.of(new SharedStore(new StoreLayout(home))),
                new HuggingFaceCache(folder.resolve("hf"))),
            Duration.ofSeconds(20),
            Clock.fixed(NOW, ZoneOffset.UTC));

    assertThat(own.present()).hasSize(1);
  }

  @Test
  void aFolderInThePlaceOfAStampGivesWayToANewOne() throws IOException {
    Installation installed = install("small");
    Path stamp = installed.folder().resolve(".verified");
    Files.delete(stamp);
    Files.createDirectory(stamp);

    assertThat(store.find(installed.model())).isPresent();
    assertThat(stamp).isRegularFile();

    Files.delete(stamp);
    Files.createFile(Files.createDirectory(stamp).resolve("something"));
    assertThat(store.remove(installed.model())).isTrue();
    assertThat(installed.folder()).doesNotExist();
  }

  @Test
  void contentThatAModelWithoutRecordNeedsStaysWhenAnotherGoes() throws IOException {
    LockedModel first = install("small").model();
    LockedModel second = install("smaller").model();
    Files.delete(home.resolve("models.lock"));

    store.remove(first);

    assertThat(store.find(second)).isPresent();
    assertThat(new StoreLayout(home).blob(source.digest("model.onnx"))).exists();
  }

  private LockedModel failAtTheRecord() throws IOException {
    refuseRecord();
    assertThatThrownBy(() -> install("small")).isInstanceOf(StorageException.class);
    Files.delete(inTheWay());
    return wanted.exactly().orElseThrow();
  }

  /** For whoever runs the tests, as no disk is full on command: a folder is in the way. */
  private void refuseRecord() throws IOException {
    Files.createDirectories(inTheWay());
  }

  private Path inTheWay() {
    return home.resolve("cache/locks/record.lock");
  }

  private Installation install(String name) {
    WantedModel model =
        new WantedModel(
            Selector.parse(name),
            wanted.variant(),
            wanted.source(),
            wanted.revision(),
            wanted.dimensions(),
            wanted.licence(),
            wanted.integrity(),
            wanted.files());
    return store.install(List.of(model), source.asFetchers(), TransferListener.SILENT).get(0);
  }
}
