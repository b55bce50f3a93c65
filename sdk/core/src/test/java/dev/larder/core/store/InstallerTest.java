package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.api.StorageException;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.Declared;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.fetch.FileTransfer;
import dev.larder.core.fetch.MetadataRequest;
import dev.larder.core.fetch.MetadataSource;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockedModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallerTest {

  @TempDir private Path folder;
  private Path home;
  private ModelStore store;

  private final InMemorySource source =
      new InMemorySource().with("model.onnx", "a network").with("tokenizer.json", "{}");

  @BeforeEach
  void openStore() {
    home = folder.resolve("larder");
    store =
        new ModelStore(
            new StorePlaces(
                new StoreLayout(home), List.of(), new HuggingFaceCache(folder.resolve("hf"))),
            Duration.ofSeconds(20),
            Clock.systemUTC());
  }

  @Test
  void tellsHowFilesArrive() {
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    store.install(List.of(source.wants("model.onnx")), source.asFetchers(), new Hearing(heard));

    assertThat(heard)
        .containsExactly(
            "small is to come under MIT",
            "small:onnx-fp32/model.onnx of 9 starts at 0",
            "small:onnx-fp32/model.onnx has 9",
            "small:onnx-fp32/model.onnx ends");
  }

  @Test
  void saysWhatFailsAndCancelsTheOthers() throws InterruptedException {
    CountDownLatch endless = new CountDownLatch(1);
    WantedModel wanted = source.wants("model.onnx", "tokenizer.json");
    source.with("tokenizer.json", "[]");
    Queue<String> heard = new ConcurrentLinkedQueue<>();

    assertThatThrownBy(
            () ->
                store.install(
                    List.of(wanted),
                    new Fetchers(List.of(new Endless(source, endless)), List.of()),
                    new Hearing(heard)))
        .isInstanceOf(ChecksumMismatchException.class)
        .hasMessageContaining("tokenizer.json");

    assertThat(endless.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(heard).contains("small:onnx-fp32/tokenizer.json fails");
  }

  @Test
  void asksForRoomBeforeTheFirstByte() {
    WantedModel wanted =
        source.wants(
            InMemorySource.COMMIT,
            List.of(InMemorySource.file("model.onnx", null, Long.MAX_VALUE / 4)));

    assertThatThrownBy(
            () -> store.install(List.of(wanted), source.asFetchers(), TransferListener.SILENT))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("no space is left")
        .hasMessageContaining("are needed");
    assertThat(source.fetches).hasValue(0);
  }

  @Test
  void aDamagedRecordIsKeptAsideAndStopsNoFetch() throws IOException {
    Files.createDirectories(home);
    Files.writeString(home.resolve("models.lock"), "<<<<<<< HEAD");

    Installation installed =
        store
            .install(
                List.of(source.wants("model.onnx")), source.asFetchers(), TransferListener.SILENT)
            .get(0);

    assertThat(store.find(installed.model())).isPresent();
    assertThat(home.resolve("models.lock.damaged")).hasContent("<<<<<<< HEAD");
    assertThat(store.record().find(installed.model())).isPresent();
  }

  @Test
  void forgetsDownloadsThatNobodyHasContinuedForAWeek() throws IOException {
    Path old = partial("old", Instant.now().minus(Duration.ofDays(8)));
    Path young = partial("young", Instant.now().minus(Duration.ofDays(6)));

    store.install(
        List.of(source.wants("model.onnx")), source.asFetchers(), TransferListener.SILENT);

    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  private Path partial(String name, Instant time) throws IOException {
    Path file = home.resolve("cache/partial").resolve(name + ".part");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "something");
    Files.setLastModifiedTime(file, FileTime.from(time));
    return file;
  }

  @Test
  void doesNotWriteThroughALinkThatSomebodyPlanted() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "do not touch");
    Path partial = home.resolve("cache/partial").resolve(source.digest("model.onnx") + ".part");
    Files.createDirectories(partial.getParent());
    Files.createSymbolicLink(partial, precious);

    assertThatThrownBy(
            () ->
                store.install(
                    List.of(source.wants("model.onnx")),
                    source.asFetchers(),
                    TransferListener.SILENT))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("symbolic link");
    assertThat(precious).hasContent("do not touch");
  }

  @Test
  void replacesALinkInPlaceOfContent() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "do not touch");
    Path blob = home.resolve("cache/blobs/sha256").resolve(source.digest("model.onnx"));
    Files.createDirectories(blob.getParent());
    Files.createSymbolicLink(blob, precious);

    store.install(
        List.of(source.wants("model.onnx")), source.asFetchers(), TransferListener.SILENT);

    assertThat(blob).isRegularFile().hasContent("a network");
    assertThat(Files.isSymbolicLink(blob)).isFalse();
    assertThat(precious).hasContent("do not touch");
  }

  @Test
  void takesFromTheSourceWhatNobodyElseStates() {
    WantedModel wanted = source.wants(null, List.of(InMemorySource.file("model.onnx", null, null)));
    MetadataSource metadata =
        new MetadataSource() {
          @Override
          public boolean describes(Source described) {
            return true;
          }

          @Override
          public Declared describe(MetadataRequest request) {
            return new Declared(
                InMemorySource.COMMIT,
                List.of(InMemorySource.file("model.onnx", "f".repeat(64), 9L)));
          }
        };

    assertThatThrownBy(
            () ->
                store.install(
                    List.of(wanted),
                    new Fetchers(List.of(source), List.of(metadata)),
                    TransferListener.SILENT))
        .isInstanceOf(ChecksumMismatchException.class)
        .hasMessageContaining("f".repeat(64));
  }

  @Test
  void findsWhatWasChangedOrIsMissing() throws IOException {
    Installation installed =
        store
            .install(
                List.of(source.wants("model.onnx", "tokenizer.json")),
                source.asFetchers(),
                TransferListener.SILENT)
            .get(0);
    LockedModel model = installed.model();
    assertThat(store.verify(model)).isEmpty();

    Path file = installed.folder().resolve("model.onnx");
    FileTime time = Files.getLastModifiedTime(file);
    Files.writeString(file, "A network");
    Files.setLastModifiedTime(file, time);
    Files.delete(installed.folder().resolve("tokenizer.json"));

    assertThat(store.verify(model)).isEqualTo(model.files());
    assertThat(store.find(model)).isEmpty();
  }

  /** Notes everything in words. */
  private record Hearing(Queue<String> heard) implements TransferListener {
    @Override
    public void announces(String model, String licence) {
      heard.add(model + " is to come under " + licence);
    }

    @Override
    public void starts(FileTransfer file) {
      heard.add(name(file) + " of " + file.size() + " starts at " + file.resumedFrom());
    }

    @Override
    public void receives(FileTransfer file, long bytes) {
      heard.add(name(file) + " has " + bytes);
    }

    @Override
    public void ends(FileTransfer file) {
      heard.add(name(file) + " ends");
    }

    @Override
    public void fails(FileTransfer file) {
      heard.add(name(file) + " fails");
    }

    private static String name(FileTransfer file) {
      return file.model() + "/" + file.path();
    }
  }

  /** Sends the network for ever, and everything else at once. */
  private record Endless(InMemorySource others, CountDownLatch stopped) implements Fetcher {
    @Override
    public boolean fetches(Source source) {
      return true;
    }

    @Override
    public Fetched fetch(FetchRequest request) {
      ModelFile file = request.file();
      if (!file.path().equals("model.onnx")) {
        return others.fetch(request);
      }
      try {
        return Stream.generate(() -> ByteBuffer.wrap(new byte[] {1}))
            .peek(request.sink()::append)
            .filter(bytes -> false)
            .map(bytes -> new Fetched(Origin.HUB, "", ""))
            .findFirst()
            .orElseThrow();
      } finally {
        stopped.countDown();
      }
    }
  }
}
