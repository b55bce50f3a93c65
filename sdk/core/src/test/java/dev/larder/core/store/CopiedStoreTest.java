package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.fetch.Sha256;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.RecordedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that were copied, moved or mounted elsewhere, and lost what told that they are intact. */
class CopiedStoreTest {

  @TempDir private Path folder;

  private final InMemorySource source =
      new InMemorySource().with("model.onnx", "a network").with("tokenizer.json", "{}");
  private final WantedModel wanted = source.wants("model.onnx", "tokenizer.json");

  /** How often each file was hashed. */
  private final Map<Path, Integer> hashed = new ConcurrentHashMap<>();

  private KnownDigests process = newProcess();
  private Path original;
  private Path copy;
  private LockedModel model;

  @BeforeEach
  void fetchAModel() {
    original = folder.resolve("original");
    copy = folder.resolve("copy");
    model = install(store(original)).model();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cp -a original copy",
        "cp -r original copy",
        "cp -rL original copy",
        "mkdir copy && tar -C original -cf - . | tar -C copy -xf -",
        "mkdir -p copy/cache && cp -r original/cache/models copy/cache/",
        "mv original copy",
        "mkdir moved && mv original moved/store && ln -s moved/store copy"
      })
  void aCopyIsTheSameStore(String command) throws Exception {
    run(command);

    assertThat(store(copy).find(model)).contains(new StoreLayout(copy).folder(model));
    assertThat(install(store(copy), Fetchers.none()).fetched()).isEmpty();
    assertThat(source.fetches).hasValue(2);
  }

  @Test
  void aCopyWhoseTimesWereCutToSecondsIsTheSameStore() throws Exception {
    run("cp -a original copy");
    for (Path file : files(copy)) {
      Instant time = Files.getLastModifiedTime(file).toInstant();
      Files.setLastModifiedTime(file, FileTime.from(time.truncatedTo(ChronoUnit.SECONDS)));
    }

    assertThat(store(copy).find(model)).isPresent();
  }

  @Test
  void aCopyWithoutDotFilesIsTheSameStore() throws Exception {
    run("cp -a original copy");
    Files.delete(stamp(copy));

    assertThat(store(copy).find(model)).isPresent();
    assertThat(stamp(copy)).exists();
  }

  @Test
  void aCopyIsHashedOnceAndNeverAgain() throws Exception {
    run("cp -r original copy");

    store(copy).find(model);
    store(copy).find(model);
    process = newProcess();
    store(copy).find(model);

    assertHashedOnce(copy);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cp -r original copy",
        "mkdir -p copy/cache && cp -r original/cache/models copy/cache/"
      })
  void contentAndItsNameAreOneFileAgainOnceACopyWasFound(String command) throws Exception {
    run(command);
    Path blob = new StoreLayout(copy).blob(source.digest("model.onnx"));

    store(copy).find(model);

    assertThat(Files.isSameFile(file(copy), blob)).isTrue();
    assertThat(hashed).containsEntry(file(copy), 1);
  }

  @Test
  void aStoreThatWasMovedWithinItsDiskNeedsNoHashing() throws Exception {
    run("mv original copy");

    assertThat(store(copy).find(model)).isPresent();
    assertThat(hashed).isEmpty();
  }

  @Test
  void aDeviceThatHasAnotherNumberNowChangesNothing() throws Exception {
    Path stamp = stamp(original);
    Files.writeString(stamp, Files.readString(stamp).replaceAll("dev=[0-9a-f]+", "dev=7777"));

    assertThat(store(original).find(model)).isPresent();
    assertThat(hashed).isEmpty();
  }

  @Test
  void whereNoStampCanBeWrittenTheProcessRemembers() throws Exception {
    run("cp -a original copy");
    refuseStamps(copy);

    assertThat(store(copy).find(model)).isPresent();
    assertThat(store(copy).find(model)).isPresent();
    assertHashedOnce(copy);

    process = newProcess();
    assertThat(store(copy).find(model)).isPresent();
    assertThat(hashed.values()).containsOnly(2);
  }

  @Test
  void aCopiedSharedStoreIsUsedInPlace() throws Exception {
    run("cp -a original copy");
    refuseStamps(copy);
    ModelStore own = store(folder.resolve("own"), copy);

    assertThat(own.find(model)).contains(new StoreLayout(copy).folder(model));
    assertThat(own.present())
        .extracting(RecordedModel::model)
        .extracting(LockedModel::key)
        .containsExactly(KnownProjects.selector(model));
    assertThat(folder.resolve("own")).doesNotExist();
    assertHashedOnce(copy);
  }

  @Test
  void aSharedStoreKnowsTheFilesOfAModelThatIsWantedWithoutDigests() throws Exception {
    run("cp -a original copy");
    WantedModel vague =
        source.wants(
            InMemorySource.COMMIT,
            List.of(
                InMemorySource.file("model.onnx", null, null),
                InMemorySource.file("tokenizer.json", null, null)));

    assertThat(store(folder.resolve("own"), copy).known(vague)).contains(model);
  }

  @Test
  void manyThatFindACopyAtOnceHashItOnce() throws Exception {
    run("cp -a original copy");
    int threads = 16;
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Optional<Path>>> found =
          IntStream.range(0, threads)
              .mapToObj(
                  i ->
                      pool.submit(
                          () -> {
                            start.await();
                            return store(copy).find(model);
                          }))
              .toList();
      for (Future<Optional<Path>> each : found) {
        assertThat(each.get()).isPresent();
      }
    } finally {
      pool.shutdownNow();
    }
    assertHashedOnce(copy);
  }

  @Test
  void aThreadThatIsInterruptedFindsACopyAllTheSame() throws Exception {
    run("cp -a original copy");
    Thread.currentThread().interrupt();

    Optional<Path> found = store(copy).find(model);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(found).isPresent();
  }

  @Test
  void whoOnlyLooksHashesNothingAndIsToldSo() throws Exception {
    run("cp -a original copy");

    assertThat(store(copy).look(model).map(FoundModel::assurance)).contains(Assurance.UNVERIFIED);
    assertThat(store(copy).present()).hasSize(1);
    assertThat(hashed).isEmpty();

    store(copy).find(model);
    assertThat(store(copy).look(model).map(FoundModel::assurance)).contains(Assurance.VERIFIED);
  }

  @Test
  void aCopyThatWasCutOffIsMissingAtOnce() throws Exception {
    run("cp -a original copy");
    Files.writeString(file(copy), "a net");

    assertThat(store(copy).find(model)).isEmpty();
    assertThat(store(copy).look(model)).isEmpty();
    assertThat(hashed).isEmpty();
  }

  @Test
  void aCopyWithoutOneOfItsFilesIsMissingAtOnce() throws Exception {
    run("cp -a original copy");
    Files.delete(file(copy).resolveSibling("tokenizer.json"));

    assertThat(store(copy).find(model)).isEmpty();
    assertThat(hashed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCopyThatWasSpoiltIsFoundOutOnceAndFetchedAgain(boolean stamped) throws Exception {
    run("cp -a original copy");
    if (!stamped) {
      refuseStamps(copy);
    }
    Files.writeString(file(copy), "A NETWORK");

    assertThat(store(copy).find(model)).isEmpty();
    assertThat(store(copy).find(model)).isEmpty();
    assertThat(store(copy).look(model)).isEmpty();
    assertThat(hashed).containsEntry(file(copy), 1);

    if (stamped) {
      assertThat(install(store(copy)).fetched()).containsKey("model.onnx");
      assertThat(store(copy).find(model)).isPresent();
      assertThat(file(copy)).hasContent("a network");
    }
  }

  @Test
  void whatWasWrongAndIsPutRightIsFoundAgain() throws Exception {
    run("cp -a original copy");
    Files.writeString(file(copy), "A NETWORK");
    store(copy).find(model);

    Files.writeString(file(copy), "a network");

    assertThat(store(copy).find(model)).isPresent();
  }

  @Test
  void aChangeJustAfterACopyWasHashedShows() throws Exception {
    run("cp -r original copy");
    assertThat(store(copy).find(model)).isPresent();

    Files.writeString(file(copy), "A NETWORK");

    assertThat(store(copy).find(model)).isEmpty();
  }

  @Test
  void verifyingFindsWhatAStampDoesNot() throws Exception {
    Path file = file(original);
    FileTime time = Files.getLastModifiedTime(file);
    Files.writeString(file, "A NETWORK");
    Files.setLastModifiedTime(file, time);
    assertThat(store(original).find(model)).isPresent();

    assertThat(store(original).verify(model)).extracting("path").containsExactly("model.onnx");

    assertThat(store(original).find(model)).isEmpty();
    process = newProcess();
    assertThat(store(original).find(model)).isEmpty();
  }

  @Test
  void verifyingACopyStampsIt() throws Exception {
    run("cp -a original copy");

    assertThat(store(copy).verify(model)).isEmpty();

    assertThat(store(copy).look(model).map(FoundModel::assurance)).contains(Assurance.VERIFIED);
  }

  private ModelStore store(Path home, Path... shared) {
    return new ModelStore(
        new StorePlaces(
            new StoreLayout(home),
            Stream.of(shared).map(StoreLayout::new).map(SharedStore::new).toList(),
            new HuggingFaceCache(folder.resolve("hf"))),
        Duration.ofSeconds(20),
        Clock.systemUTC(),
        process);
  }

  private KnownDigests newProcess() {
    return new KnownDigests(
        file -> {
          hashed.merge(file, 1, Integer::sum);
          return Sha256.of(file);
        });
  }

  private Installation install(ModelStore store) {
    return install(store, source.asFetchers());
  }

  private Installation install(ModelStore store, Fetchers fetchers) {
    return store.install(List.of(wanted), fetchers, TransferListener.SILENT).get(0);
  }

  private Path file(Path home) {
    return new StoreLayout(home).folder(model).resolve("model.onnx");
  }

  private Path stamp(Path home) {
    return new StoreLayout(home).folder(model).resolve(".verified");
  }

  /** For whoever runs the tests, as nothing is read-only to root: a folder is in the way. */
  private void refuseStamps(Path home) throws IOException {
    Files.deleteIfExists(stamp(home));
    Files.createDirectories(stamp(home).resolve("in the way"));
  }

  private void assertHashedOnce(Path home) {
    assertThat(hashed)
        .containsOnly(
            Map.entry(file(home), 1), Map.entry(file(home).resolveSibling("tokenizer.json"), 1));
  }

  private void run(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-e", "-c", command)
            .directory(folder.toFile())
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }
}
