package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.api.NotFetchedException;
import dev.larder.api.StorageException;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Provenance;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.RecordedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-20T07:31:00Z");

  @TempDir private Path folder;
  private Path home;
  private ModelStore store;

  private final InMemorySource source =
      new InMemorySource().with("model.onnx", "a network").with("tokenizer.json", "{}");

  @BeforeEach
  void openStore() {
    home = folder.resolve("larder");
    store = new ModelStore(places(), Duration.ofSeconds(20), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private StorePlaces places() {
    return new StorePlaces(
        new StoreLayout(home), List.of(), new HuggingFaceCache(folder.resolve("huggingface")));
  }

  private Installation install(WantedModel wanted, Fetchers fetchers) {
    return store.install(List.of(wanted), fetchers, TransferListener.SILENT).get(0);
  }

  @Test
  void fetchesAModelOnceAndFindsItFromThenOn() {
    WantedModel wanted = source.wants("model.onnx", "tokenizer.json");

    Installation first = install(wanted, source.asFetchers());
    Installation second = install(wanted, Fetchers.none());

    assertThat(first.fetched()).containsOnlyKeys("model.onnx", "tokenizer.json");
    assertThat(first.folder().resolve("model.onnx")).hasContent("a network");
    assertThat(second.fetched()).isEmpty();
    assertThat(second.model()).isEqualTo(first.model());
    assertThat(store.find(first.model())).contains(first.folder());
    assertThat(source.fetches).hasValue(2);
  }

  @Test
  void liesWhereTheDesignSaysWithPermissionsForEverybody() throws IOException {
    Installation installed = install(source.wants("model.onnx"), source.asFetchers());

    Path blob = home.resolve("cache/blobs/sha256").resolve(source.digest("model.onnx"));
    Path name = home.resolve("cache/models/small/onnx-fp32/" + InMemorySource.COMMIT);
    assertThat(installed.folder()).isEqualTo(name);
    assertThat(Files.isSameFile(blob, name.resolve("model.onnx"))).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(blob)))
        .isEqualTo("rw-r--r--");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(name)))
        .isEqualTo("rwxr-xr-x");
  }

  @Test
  void recordsWhereAModelCameFromAndKeepsTheRecordWhenItIsRemoved() {
    Installation installed = install(source.wants("model.onnx"), source.asFetchers());

    assertThat(store.remove(installed.model())).isTrue();

    assertThat(store.find(installed.model())).isEmpty();
    assertThat(home.resolve("cache/blobs/sha256")).isEmptyDirectory();
    RecordedModel recorded = store.record().find(installed.model()).orElseThrow();
    assertThat(recorded.downloaded()).isEqualTo(NOW);
    assertThat(recorded.fromByPath())
        .containsEntry("model.onnx", new Provenance(Origin.HUB, "https://hub.test/model.onnx"));
    assertThat(store.remove(installed.model())).isFalse();
  }

  @Test
  void keepsContentThatAnotherModelHasToo() {
    WantedModel wanted = source.wants("model.onnx");
    WantedModel other = source.wants("9876543210987654321098765432109876543210", wanted.files());
    Installation first = install(wanted, source.asFetchers());
    Installation second = install(other, source.asFetchers());

    store.remove(first.model());

    assertThat(store.find(second.model())).isPresent();
    assertThat(source.fetches).hasValue(1);
  }

  @Test
  void aFileThatWasChangedBehindOurBackIsFetchedAgain() throws IOException {
    WantedModel wanted = source.wants("model.onnx");
    Installation installed = install(wanted, source.asFetchers());
    Files.writeString(installed.folder().resolve("model.onnx"), "A NETWORK");

    assertThat(store.find(installed.model())).isEmpty();

    install(wanted, source.asFetchers());
    assertThat(installed.folder().resolve("model.onnx")).hasContent("a network");
    assertThat(source.fetches).hasValue(2);
  }

  @Test
  void wrongBytesAreTriedOnceMoreAndThenLeaveNothing() throws IOException {
    WantedModel wanted = source.wants("model.onnx");
    source.with("model.onnx", "B network");

    assertThatThrownBy(() -> install(wanted, source.asFetchers()))
        .isInstanceOf(ChecksumMismatchException.class)
        .hasMessageContaining("model.onnx");

    assertThat(source.fetches).hasValue(2);
    assertNothingIsThere();
  }

  @Test
  void aWrongSizeIsAMismatchToo() throws IOException {
    WantedModel wanted =
        source.wants(
            InMemorySource.COMMIT,
            List.of(InMemorySource.file("model.onnx", null, source.size("model.onnx") + 1)));

    assertThatThrownBy(() -> install(wanted, source.asFetchers()))
        .isInstanceOf(ChecksumMismatchException.class)
        .hasMessageContaining("10 bytes")
        .hasMessageContaining("9 bytes");
    assertNothingIsThere();
  }

  @Test
  void goesOnWhereAnEarlierTryWasInterrupted() throws IOException {
    WantedModel wanted = source.wants("model.onnx");
    Path partial = home.resolve("cache/partial").resolve(source.digest("model.onnx") + ".part");
    Files.createDirectories(partial.getParent());
    Files.writeString(partial, "a net");

    Installation installed = install(wanted, source.asFetchers());

    assertThat(installed.folder().resolve("model.onnx")).hasContent("a network");
    assertThat(source.fetches).hasValue(1);
    assertThat(partial).doesNotExist();
  }

  @Test
  void aSpoiltPartialIsForgotten() throws IOException {
    WantedModel wanted = source.wants("model.onnx");
    Path partial = home.resolve("cache/partial").resolve(source.digest("model.onnx") + ".part");
    Files.createDirectories(partial.getParent());
    Files.writeString(partial, "XXXXX");

    Installation installed = install(wanted, source.asFetchers());

    assertThat(installed.folder().resolve("model.onnx")).hasContent("a network");
    assertThat(source.fetches).hasValue(2);
  }

  @Test
  void aModelWithoutKnownRevisionIsLockedAtTheOneThatItsSourceNames() {
    WantedModel wanted = source.wants(null, List.of(InMemorySource.file("model.onnx", null, null)));

    Installation installed = install(wanted, source.asFetchers());

    assertThat(installed.model().revision()).isEqualTo(InMemorySource.COMMIT);
    assertThat(installed.model().files().get(0).sha256()).isEqualTo(source.digest("model.onnx"));
  }

  @Test
  void remembersTheFilesOfAModelThatWasWantedWithoutDigests() {
    WantedModel wanted =
        source.wants(InMemorySource.COMMIT, List.of(InMemorySource.file("model.onnx", null, null)));
    assertThat(store.known(wanted)).isEmpty();

    Installation installed = install(wanted, source.asFetchers());

    assertThat(store.known(wanted)).contains(installed.model());
  }

  @Test
  void whatNobodyCanFetchIsNotFetched() {
    assertThatThrownBy(() -> install(source.wants("model.onnx"), Fetchers.none()))
        .isInstanceOf(NotFetchedException.class)
        .hasMessageContaining("mvn models:fetch");
  }

  @Test
  void aFileInPlaceOfTheStoreIsAStorageProblem() throws IOException {
    Files.writeString(home, "in the way");

    assertThatThrownBy(() -> install(source.wants("model.onnx"), source.asFetchers()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(home.toString());
  }

  @Test
  void manyThreadsThatWantAModelFetchItOnce() throws Exception {
    WantedModel wanted = source.wants("model.onnx", "tokenizer.json");
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<Installation>> results =
          IntStream.range(0, 64)
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              // Each has a store of its own, as the modules of a parallel build do.
                              new ModelStore(places(), Duration.ofSeconds(20), Clock.systemUTC())
                                  .install(
                                      List.of(wanted), source.asFetchers(), TransferListener.SILENT)
                                  .get(0)))
              .toList();
      for (Future<Installation> result : results) {
        assertThat(result.get().folder().resolve("model.onnx")).hasContent("a network");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(source.fetches).hasValue(2);
  }

  private void assertNothingIsThere() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files.filter(Files::isRegularFile))
          .allMatch(file -> file.toString().endsWith(".lock"));
    }
  }
}
