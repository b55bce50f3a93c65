package dev.larder.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.archive.ArchiveReader;
import dev.larder.core.archive.ArchiveWriter;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.Integrity;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.Installation;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.core.store.WantedModel;
import dev.larder.testkit.hub.Content;
import dev.larder.testkit.hub.HubRepository;
import dev.larder.testkit.hub.StandInHub;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody can rename a file in somebody else's repository, so it is used under the name it has. */
class RepositoryPathsTest {

  private static final Content NETWORK = Content.seeded(1, 50_000);
  private static final Content TOKENIZER = Content.of("{\"vocabulary\": []}");

  private final StandInHub hub = StandInHub.start();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modèles/mein modell (v2)#1 100%",
        "モデル/埋め込み",
        "a?b=c&d+e;f/%2e%2e",
        "\"quoted\": 'x' <y> | z*",
        ".hidden/con",
        "an ordinary one"
      })
  void aFileIsFetchedLockedFoundAndCarriedUnderItsOwnName(String name) throws IOException {
    HubRepository repository =
        hub.repository("acme/model")
            .largeFile(name + ".onnx", NETWORK)
            .file(name + ".json", TOKENIZER);
    StoreLayout here = new StoreLayout(folder.resolve("here"));

    Installation installed = install(here, wanted(name, repository.commit()));

    assertThat(installed.model().files())
        .containsExactly(
            new LockedFile(FileRole.MODEL, name + ".onnx", NETWORK.sha256(), NETWORK.length()),
            new LockedFile(
                FileRole.TOKENIZER, name + ".json", TOKENIZER.sha256(), TOKENIZER.length()));
    LockedModel locked = writtenAndRead(installed.model());
    assertThat(locked).isEqualTo(installed.model());
    assertThat(new ModelStore(here).find(locked)).contains(installed.folder());
    assertThat(new ModelStore(here).verify(locked)).isEmpty();
    assertThat(new ModelStore(here).record().find(locked)).isPresent();
    assertThat(locked.files().get(0).in(installed.folder()))
        .startsWith(installed.folder())
        .hasBinaryContent(NETWORK.bytes(0, 50_000));

    Path archive = folder.resolve("models.zip");
    new ArchiveWriter(archive)
        .write(List.of(new ArchiveWriter.Content(locked, installed.folder())));
    StoreLayout there = new StoreLayout(folder.resolve("there"));
    try (ArchiveReader reader = ArchiveReader.open(archive)) {
      Installation carried =
          new ModelStore(there)
              .install(
                  reader.lock().models().stream().map(WantedModel::of).toList(),
                  new Fetchers(List.of(reader), List.of()),
                  TransferListener.SILENT)
              .get(0);
      assertThat(locked.files().get(1).in(carried.folder()))
          .hasBinaryContent(TOKENIZER.bytes(0, (int) TOKENIZER.length()));
    }
  }

  /** As a definition without digests says it. */
  private static WantedModel wanted(String name, String commit) {
    return new WantedModel(
        Selector.parse("acme"),
        "onnx-fp32",
        Source.parse("hf:acme/model"),
        commit,
        8,
        "MIT",
        Integrity.HUB,
        List.of(
            new ModelFile(FileRole.MODEL, name + ".onnx", null, null, null),
            new ModelFile(FileRole.TOKENIZER, name + ".json", null, null, null)));
  }

  private static LockedModel writtenAndRead(LockedModel model) {
    byte[] lock = LockFormat.write(ModelsLock.of(List.of(model)));
    return LockFormat.read(new ByteArrayInputStream(lock), "models.lock").models().get(0);
  }

  private Installation install(StoreLayout layout, WantedModel model) {
    HubSettings settings =
        new HubSettings(hub.endpoint(), null, Proxies.OF_THE_JVM, null, Duration.ofSeconds(5));
    try (Fetchers fetchers =
        new Fetchers(
            List.of(new HubFetcher(settings, client())),
            List.of(new HubMetadata(settings, client())))) {
      return new ModelStore(layout)
          .install(List.of(model), fetchers, TransferListener.SILENT)
          .get(0);
    }
  }

  private HttpsClient client() {
    Duration patience = Duration.ofSeconds(5);
    return new HttpsClient(
        () ->
            new Connections(patience, Proxies.OF_THE_JVM)
                .builder()
                .sslSocketFactory(hub.tls().sslSocketFactory(), hub.tls().trustManager())
                .build(),
        pause -> {},
        Pace.STANDARD,
        new PieceBuffers(PieceSizes.STANDARD));
  }
}
