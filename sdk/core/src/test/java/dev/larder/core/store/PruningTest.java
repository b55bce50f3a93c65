package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.InvalidFileException;
import dev.larder.core.catalog.Selector;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruningTest {

  private static final String STALE = "a".repeat(64);
  private static final String YOUNG = "b".repeat(64);

  @TempDir private Path folder;

  private final InMemorySource source =
      new InMemorySource()
          .with("a.onnx", "x".repeat(1000))
          .with("b.onnx", "y".repeat(2000))
          .with("tokenizer.json", "z".repeat(100));

  private ModelStore store;
  private Installation older;
  private Installation newer;

  @BeforeEach
  void twoModelsShareATokenizer() {
    store = new ModelStore(new StoreLayout(folder.resolve("store")));
    older = install("older", "a.onnx");
    newer = install("newer", "b.onnx");
    used(older, 20);
    used(newer, 10);
  }

  @Test
  void theLeastRecentlyUsedGoesFirst() {
    PrunePlan plan = prune(2500);

    assertThat(plan.models()).extracting(model -> model.name().name()).containsExactly("older");
    assertThat(plan.models().get(0).bytes()).isEqualTo(1000);
    assertThat(plan.bytesBefore()).isEqualTo(3100);
    assertThat(plan.bytesAfter()).isEqualTo(2100);
    assertThat(store.find(older.model())).isEmpty();
    assertThat(store.find(newer.model())).isPresent();
    assertThat(store.record().find(older.model())).isPresent();
  }

  @Test
  void whatTwoModelsShareGoesWithTheSecond() {
    assertThat(prune(0).bytesAfter()).isZero();
    assertThat(folder.resolve("store/cache/blobs/sha256")).isEmptyDirectory();
  }

  @Test
  void aStoreThatIsSmallEnoughKeepsEverything() {
    assertThat(prune(3100).models()).isEmpty();
    assertThat(store.find(older.model())).isPresent();
  }

  @Test
  void aPlanAloneRemovesNothing() {
    assertThat(store.planPruning(0).models()).hasSize(2);
    assertThat(store.find(older.model())).isPresent();
  }

  @Test
  void whatWasUsedSinceStays() {
    store.noteUse(older.folder());

    assertThat(prune(2500).models())
        .extracting(model -> model.name().name())
        .containsExactly("newer");
  }

  @Test
  void whatALivingProjectLocksStays() throws IOException {
    Path lock = locked(older.model());

    assertThat(prune(0).models()).extracting(model -> model.name().name()).containsExactly("newer");

    Files.delete(lock);
    assertThat(prune(0).models()).extracting(model -> model.name().name()).containsExactly("older");
  }

  @Test
  void whatTheLockOfALivingProjectSaysNowCounts() throws IOException {
    Path lock = locked(older.model());
    Files.write(lock, LockFormat.write(ModelsLock.of(List.of(newer.model()))));

    assertThat(prune(0).models()).extracting(model -> model.name().name()).containsExactly("older");
  }

  @Test
  void aLockThatCannotBeUnderstoodProtectsWhatItSaidBefore() throws IOException {
    Files.writeString(locked(older.model()), "<<<<<<< HEAD");

    assertThat(prune(0).models()).extracting(model -> model.name().name()).containsExactly("newer");
  }

  @Test
  void partialsAndContentWithoutModelGoWhenTheyAreADayOld() throws IOException {
    Path cache = folder.resolve("store/cache");
    List<Path> stale =
        List.of(
            write(cache.resolve("partial/" + STALE + ".part"), 2),
            write(cache.resolve("blobs/sha256/" + STALE), 2));
    List<Path> young =
        List.of(
            write(cache.resolve("partial/" + YOUNG + ".part"), 0),
            write(cache.resolve("blobs/sha256/" + YOUNG), 0));

    PrunePlan plan = prune(Long.MAX_VALUE);

    assertThat(plan.models()).isEmpty();
    assertThat(plan.leftovers()).extracting(Leftover::path).containsExactlyElementsOf(stale);
    assertThat(stale).allSatisfy(path -> assertThat(path).doesNotExist());
    assertThat(young).allSatisfy(path -> assertThat(path).exists());
  }

  @Test
  void whatKilledProcessesLeftAsideGoesWhenItIsADayOld() throws IOException {
    Path home = folder.resolve("store");
    List<Path> stale =
        List.of(
            write(home.resolve(".larder-1.tmp"), 2),
            write(home.resolve(".write-2.tmp"), 2),
            write(home.resolve("cache/blobs/sha256/.copy-3.tmp"), 2),
            write(older.folder().resolve(".larder-4.tmp"), 2),
            write(home.resolve("natives/runtime-1/.larder-5.tmp/library"), 2).getParent());
    Files.setLastModifiedTime(stale.get(4), FileTime.from(daysAgo(2)));
    Path young = write(home.resolve("cache/blobs/sha256/.larder-6.tmp"), 0);

    PrunePlan plan = prune(Long.MAX_VALUE);

    assertThat(plan.leftovers())
        .extracting(Leftover::path)
        .containsExactlyInAnyOrderElementsOf(stale);
    assertThat(plan.bytesBefore() - plan.bytesAfter()).isEqualTo(5L * "left behind".length());
    assertThat(stale).allSatisfy(path -> assertThat(path).doesNotExist());
    assertThat(young).exists();
    assertThat(store.find(older.model())).isPresent();
  }

  @Test
  void nothingGoesWhileItIsUnknownWhatProjectsLock() throws IOException {
    locked(older.model());
    Files.writeString(folder.resolve("store/projects.json"), "{");
    store.projects().note("com.acme:other", folder.resolve("other"), ModelsLock.empty());

    assertThatThrownBy(() -> store.planPruning(0))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("projects.json.damaged");
  }

  @Test
  void aCopyInPlaceOfAHardLinkTakesRoomToo() throws IOException {
    Path name = older.folder().resolve("a.onnx");
    Path copy = Files.copy(name, folder.resolve("copy"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.move(copy, name, StandardCopyOption.REPLACE_EXISTING);

    PrunePlan plan = prune(3500);

    assertThat(plan.bytesBefore()).isEqualTo(4100);
    assertThat(plan.models()).extracting(UnusedModel::bytes).containsExactly(2000L);
  }

  @Test
  void anEmptyStoreHasNothingToGive() {
    PrunePlan plan = new ModelStore(new StoreLayout(folder.resolve("none"))).planPruning(0);

    assertThat(plan.models()).isEmpty();
    assertThat(plan.bytesAfter()).isZero();
  }

  private PrunePlan prune(long maxBytes) {
    PrunePlan plan = store.planPruning(maxBytes);
    store.prune(plan);
    return plan;
  }

  private Installation install(String name, String file) {
    WantedModel files = source.wants(file, "tokenizer.json");
    WantedModel model =
        new WantedModel(
            Selector.parse(name),
            files.variant(),
            files.source(),
            files.revision(),
            files.dimensions(),
            files.licence(),
            files.integrity(),
            files.files());
    return store.install(List.of(model), source.asFetchers(), TransferListener.SILENT).get(0);
  }

  private static void used(Installation model, int daysAgo) {
    LastUse.note(model.folder(), daysAgo(daysAgo));
  }

  private Path locked(LockedModel model) throws IOException {
    ModelsLock lock = ModelsLock.of(List.of(model));
    Path file = Files.write(folder.resolve("models.lock"), LockFormat.write(lock));
    store.projects().note("com.acme:shop", file, lock);
    return file;
  }

  private static Path write(Path file, int daysAgo) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "left behind");
    return Files.setLastModifiedTime(file, FileTime.from(daysAgo(daysAgo)));
  }

  private static Instant daysAgo(int days) {
    return Instant.now().minus(Duration.ofDays(days));
  }
}
