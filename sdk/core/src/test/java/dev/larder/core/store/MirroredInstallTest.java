package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.api.DownloadFailedException;
import dev.larder.api.ModelException;
import dev.larder.api.NotFetchedException;
import dev.larder.api.OfflineException;
import dev.larder.api.StorageException;
import dev.larder.core.catalog.Mirror;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Provenance;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Source.HubSource;
import dev.larder.core.catalog.Source.MavenSource;
import dev.larder.core.catalog.SourceKind;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.fetch.SourceOrder;
import dev.larder.core.fetch.TransferListener;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that lie at their source and inside artifacts of Maven repositories. */
class MirroredInstallTest {

  private static final String HUB = "hf:somebody/small";
  private static final String FIRST = "mvn:org.acme:first:1.0:jar";
  private static final String SECOND = "mvn:org.acme:second:2.0:jar";

  @TempDir private Path folder;
  private ModelStore store;

  private final InMemorySource source =
      new InMemorySource().with("model.onnx", "a network").with("tokenizer.json", "{}");
  private final Places places = new Places();
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void openStore() {
    store =
        new ModelStore(
            new StorePlaces(
                new StoreLayout(folder.resolve("larder")),
                List.of(),
                new HuggingFaceCache(folder.resolve("huggingface"))),
            Duration.ofSeconds(20),
            Clock.systemUTC());
  }

  @Test
  void theSourceIsAskedFirst() {
    Installation installed = install(SourceOrder.OF_THE_FILE);

    assertThat(places.asked).containsOnly(HUB);
    assertThat(installed.fetched().values())
        .extracting(Provenance::origin)
        .containsOnly(Origin.HUB);
    assertThat(told).isEmpty();
  }

  @Test
  void whereTheSourceFailsAMirrorGivesTheSameBytesAndTheLockDoesNotChange() {
    Installation fromSource = install(SourceOrder.OF_THE_FILE);
    store.remove(fromSource.model());
    places.answers.put(HUB, failing(new DownloadFailedException(HUB, "HTTP 503", 0, null)));

    Installation fromMirror = install(SourceOrder.OF_THE_FILE);

    assertThat(fromMirror.model()).isEqualTo(fromSource.model());
    assertThat(fromMirror.fetched())
        .containsEntry("model.onnx", new Provenance(Origin.REPOSITORY, FIRST + "!/in/model.onnx"));
    assertThat(store.record().find(fromMirror.model()).orElseThrow().fromByPath())
        .isEqualTo(fromMirror.fetched());
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).contains(HUB, "HTTP 503");
  }

  @Test
  void bytesWithAnotherDigestAreNotTakenFromAnybody() {
    places.answers.put(HUB, giving("another net"));
    places.answers.put(FIRST, giving("another net"));

    Installation installed = install(SourceOrder.OF_THE_FILE);

    assertThat(installed.folder().resolve("model.onnx")).hasContent("a network");
    assertThat(installed.fetched().get("model.onnx"))
        .isEqualTo(new Provenance(Origin.REPOSITORY, SECOND + "!/model.onnx"));
    assertThat(told).anyMatch(line -> line.contains(HUB)).anyMatch(line -> line.contains(FIRST));
  }

  @Test
  void theFailureNamesAllPlacesAndWhatEachSaid() throws Exception {
    places.answers.put(HUB, failing(new DownloadFailedException(HUB, "HTTP 503", 0, null)));
    places.answers.put(FIRST, giving("another net"));
    places.answers.put(
        SECOND, failing(new DownloadFailedException(SECOND, "it does not exist", 0, null)));

    assertThatThrownBy(() -> install(SourceOrder.OF_THE_FILE))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("None of 3 places gives")
        .hasMessageContaining("From %s: [Models/DownloadFailed]".formatted(HUB))
        .hasMessageContaining("From %s: [Models/ChecksumMismatch]".formatted(FIRST))
        .hasMessageContaining("From %s: [Models/DownloadFailed]".formatted(SECOND));
    assertThat(filesIn(folder.resolve("larder/cache/blobs"))).isEmpty();
    assertThat(filesIn(folder.resolve("larder/cache/models"))).isEmpty();
  }

  @Test
  void aFullDiskIsNoReasonToAskSomebodyElse() {
    places.answers.put(
        HUB, failing(new StorageException("/store", "it is full", "make room", null)));

    assertThatThrownBy(() -> install(SourceOrder.OF_THE_FILE)).isInstanceOf(StorageException.class);
    assertThat(places.asked).containsOnly(HUB);
  }

  @Test
  void whatThisMachineHasIsTakenBeforeAnybodyIsAsked() {
    places.here = SECOND;

    Installation installed = install(SourceOrder.OF_THE_FILE);

    assertThat(installed.fetched().values())
        .extracting(Provenance::url)
        .containsExactly(SECOND + "!/model.onnx");
    assertThat(places.asked).doesNotContain(FIRST);
  }

  @Test
  void anOrderOfOnesOwnPutsMirrorsFirst() {
    install(SourceOrder.of(List.of(SourceKind.MAVEN, SourceKind.HUB)));

    assertThat(places.asked).containsOnly(FIRST);
  }

  @Test
  void aKindThatIsLeftOutIsNeverAsked() {
    places.answers.put(FIRST, failing(new DownloadFailedException(FIRST, "HTTP 404", 0, null)));
    places.answers.put(SECOND, failing(new DownloadFailedException(SECOND, "HTTP 404", 0, null)));

    assertThatThrownBy(() -> install(SourceOrder.of(List.of(SourceKind.MAVEN))))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageNotContaining(HUB);
    assertThat(places.asked).doesNotContain(HUB);
  }

  @Test
  void whereNoKindIsLeftTheRemedyNamesTheParameter() {
    assertThatThrownBy(() -> install(SourceOrder.of(List.of(SourceKind.HTTPS))))
        .isInstanceOf(NotFetchedException.class)
        .hasMessageContaining("name hub among the sources (-Dmodels.sources)");
  }

  @Test
  void offlineEverywhereIsSaidAsBefore() {
    OfflineException offline = new OfflineException("small", "model.onnx", HUB, "mvn -o");
    List.of(HUB, FIRST, SECOND).forEach(place -> places.answers.put(place, failing(offline)));

    assertThatThrownBy(() -> install(SourceOrder.OF_THE_FILE)).isSameAs(offline);
  }

  @Test
  void aMismatchNamesThePlaceThatGaveTheBytes() {
    places.answers.put(FIRST, giving("another net"));
    places.answers.put(SECOND, giving("another net"));

    assertThatThrownBy(() -> install(SourceOrder.of(List.of(SourceKind.MAVEN))))
        .hasRootCauseInstanceOf(ChecksumMismatchException.class)
        .rootCause()
        .hasMessageContaining(FIRST);
  }

  @Test
  void modelsThatShareAFileDoNotSayThatTheyWaitForEachOther() {
    places.answers.put(
        HUB,
        request -> {
          LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
          return source.content("model.onnx");
        });
    WantedModel one = wanted();
    WantedModel other = source.wants("9876543210987654321098765432109876543210", one.files());

    store.install(List.of(one, other), new Fetchers(List.of(places), List.of()), listener());

    assertThat(places.asked).containsExactly(HUB);
    assertThat(told).isEmpty();
  }

  private Installation install(SourceOrder order) {
    Fetchers fetchers = new Fetchers(List.of(places), List.of()).in(order);
    return store.install(List.of(wanted()), fetchers, listener()).get(0);
  }

  private WantedModel wanted() {
    ModelFile model =
        InMemorySource.file("model.onnx", source.digest("model.onnx"), source.size("model.onnx"));
    return source.wants(
        InMemorySource.COMMIT,
        List.of(
            model.with(
                Stream.of(FIRST + "!/in/model.onnx", SECOND + "!/model.onnx")
                    .map(Mirror::parse)
                    .toList())));
  }

  private TransferListener listener() {
    return new TransferListener() {
      @Override
      public void failsOver(String model, String place, ModelException reason) {
        told.add(place + " " + reason.getMessage());
      }

      @Override
      public void waits(String model, String holder) {
        told.add(model + " waits for " + holder);
      }
    };
  }

  private static List<Path> filesIn(Path root) throws Exception {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static Function<FetchRequest, byte[]> failing(ModelException failure) {
    return request -> {
      throw failure;
    };
  }

  private static Function<FetchRequest, byte[]> giving(String content) {
    return request -> content.getBytes(StandardCharsets.UTF_8);
  }

  /** The hub and two artifacts. */
  private final class Places implements Fetcher {

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Function<FetchRequest, byte[]>> answers = new ConcurrentHashMap<>();
    private String here = "";

    @Override
    public boolean fetches(Source place) {
      return place instanceof HubSource || place instanceof MavenSource;
    }

    @Override
    public boolean isHere(Source place) {
      return place.text().equals(here);
    }

    @Override
    public Fetched fetch(FetchRequest request) {
      String place = request.source().text();
      asked.add(place);
      byte[] bytes =
          answers.getOrDefault(place, any -> source.content("model.onnx")).apply(request);
      request.sink().restart();
      request.sink().append(ByteBuffer.wrap(bytes));
      return request.source() instanceof HubSource
          ? new Fetched(Origin.HUB, "https://hub.test/model.onnx", InMemorySource.COMMIT)
          : new Fetched(Origin.REPOSITORY, place + "!/" + request.file().path(), "1.0");
    }
  }
}
