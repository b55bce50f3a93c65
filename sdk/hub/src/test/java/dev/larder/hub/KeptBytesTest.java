package dev.larder.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.DownloadFailedException;
import dev.larder.api.ModelException;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.Integrity;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.Installation;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.core.store.WantedModel;
import dev.larder.testkit.hub.Content;
import dev.larder.testkit.hub.Fault;
import dev.larder.testkit.hub.Hop;
import dev.larder.testkit.hub.LoggedRequest;
import dev.larder.testkit.hub.RangeFault;
import dev.larder.testkit.hub.ResolveFault;
import dev.larder.testkit.hub.ServerFault;
import dev.larder.testkit.hub.StandInHub;
import dev.larder.testkit.hub.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an earlier run has brought into the store is lost to no answer of a server. */
class KeptBytesTest {

  private static final String PATH = "onnx/model.onnx";
  private static final int HERE = 150_000;
  private static final int ALL = 200_000;

  private final StandInHub hub = StandInHub.start();
  private final Content content = Content.seeded(7, ALL);
  private final String commit = hub.repository("acme/model").largeFile(PATH, content).commit();

  @TempDir private Path folder;
  private Path partial;

  @BeforeEach
  void anEarlierRunWasInterrupted() throws IOException {
    partial = folder.resolve("cache/partial").resolve(content.sha256() + ".part");
    leave(content.bytes(0, HERE));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  static Stream<Fault> wrongAnswers() {
    return Stream.of(
        new ServerFault.WebPage(Hop.RESOLVE),
        new ServerFault.WebPage(Hop.CONTENT),
        new ServerFault.PortalRedirect(Hop.RESOLVE),
        new ServerFault.PortalRedirect(Hop.CONTENT),
        new ResolveFault.ChangedDigest(),
        new RangeFault.ReplacedFile(),
        new RangeFault.ChangedEtag());
  }

  @ParameterizedTest
  @MethodSource("wrongAnswers")
  void afterAWrongAnswerTheRestIsAskedFor(Fault fault) throws IOException {
    hub.inject(fault, PATH);

    Installation installed = install();

    assertThat(installed.folder().resolve(PATH)).hasBinaryContent(content.bytes(0, ALL));
    LoggedRequest last = lastDownload();
    assertThat(last.range()).isEqualTo("bytes=" + HERE + "-");
    assertThat(last.bytesSent()).isEqualTo(ALL - HERE);
  }

  static Stream<Fault> answersThatStayWrong() {
    return Stream.of(
        new ServerFault.WebPage(Hop.RESOLVE),
        new ServerFault.WebPage(Hop.CONTENT),
        new ServerFault.PortalRedirect(Hop.RESOLVE),
        new ServerFault.PortalRedirect(Hop.CONTENT),
        new ResolveFault.ChangedDigest(),
        new ServerFault.ServerError(Hop.CONTENT, 503));
  }

  @ParameterizedTest
  @MethodSource("answersThatStayWrong")
  void whatIsHereIsHereAfterAnyNumberOfWrongAnswers(Fault fault) {
    hub.inject(fault, PATH, Turn.always());

    assertThatThrownBy(this::install).isInstanceOf(ModelException.class);

    assertThat(partial).hasBinaryContent(content.bytes(0, HERE));
    assertThat(partial.getParent()).isDirectoryContaining("glob:**.part").isNotEmptyDirectory();
  }

  @Test
  void whoSeesACaptivePortalIsToldSoAndWhatIsKept() {
    hub.inject(new ServerFault.PortalRedirect(Hop.RESOLVE), PATH, Turn.always());

    assertThatThrownBy(this::install)
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining(
            "the server answers with a web page (text/html), not the file;"
                + " a captive portal or a proxy may be in the way")
        .hasMessageContaining("Kept for the next try: 150000 bytes");
  }

  @Test
  void aWholeFileIsPublishedWithoutARequest() throws IOException {
    leave(content.bytes(0, ALL));

    Installation installed = install();

    assertThat(installed.folder().resolve(PATH)).hasBinaryContent(content.bytes(0, ALL));
    assertThat(hub.log().requests()).isEmpty();
    assertThat(partial).doesNotExist();
  }

  @Test
  void aWholeFileThatIsAnotherIsFetchedFromItsFirstByte() throws IOException {
    leave(Content.seeded(8, ALL).bytes(0, ALL));

    Installation installed = install();

    assertThat(installed.folder().resolve(PATH)).hasBinaryContent(content.bytes(0, ALL));
    assertThat(hub.log().downloads(PATH))
        .singleElement()
        .satisfies(request -> assertThat(request.range()).isNull());
  }

  @Test
  void aBadBeginningIsReplacedThoughTheServerSendsNoRanges() throws IOException {
    leave(Content.seeded(8, HERE).bytes(0, HERE));
    hub.inject(new RangeFault.IgnoredRange(), PATH, Turn.always());

    Installation installed = install();

    assertThat(installed.folder().resolve(PATH)).hasBinaryContent(content.bytes(0, ALL));
    assertThat(partial.getParent()).isEmptyDirectory();
  }

  private void leave(byte[] bytes) throws IOException {
    Files.createDirectories(partial.getParent());
    Files.write(partial, bytes);
  }

  private LoggedRequest lastDownload() {
    List<LoggedRequest> downloads = hub.log().downloads(PATH);
    return downloads.get(downloads.size() - 1);
  }

  private Installation install() {
    LockedModel model =
        new LockedModel(
            Selector.parse("acme"),
            "onnx-fp32",
            Source.parse("hf:acme/model"),
            commit,
            8,
            "MIT",
            Integrity.CATALOG,
            List.of(new LockedFile(FileRole.MODEL, PATH, content.sha256(), ALL)));
    try (Fetchers fetchers = new Fetchers(List.of(fetcher()), List.of())) {
      return new ModelStore(new StoreLayout(folder))
          .install(List.of(WantedModel.of(model)), fetchers, TransferListener.SILENT)
          .get(0);
    }
  }

  private HubFetcher fetcher() {
    Duration patience = Duration.ofSeconds(5);
    return new HubFetcher(
        new HubSettings(hub.endpoint(), null, Proxies.OF_THE_JVM, null, patience),
        new HttpsClient(
            () ->
                new Connections(patience, Proxies.OF_THE_JVM)
                    .builder()
                    .sslSocketFactory(hub.tls().sslSocketFactory(), hub.tls().trustManager())
                    .build(),
            pause -> {},
            Pace.STANDARD,
            new PieceBuffers(PieceSizes.STANDARD)));
  }
}
