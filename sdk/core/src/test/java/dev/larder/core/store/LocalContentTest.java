package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.NotFetchedException;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.Declared;
import dev.larder.core.fetch.MetadataRequest;
import dev.larder.core.fetch.MetadataSource;
import dev.larder.core.fetch.TransferListener;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalContentTest {

  /** {@code printf 'a network' | git hash-object --stdin}. */
  private static final String GIT_SHA1 = "8b61efcf9ac3394f709fad03943abd5e80cba262";

  @TempDir private Path folder;

  private final InMemorySource source = new InMemorySource().with("onnx/model.onnx", "a network");
  private final WantedModel wanted = source.wants("onnx/model.onnx");

  @Test
  void contentOfTheHuggingFaceCacheIsNotSentAgain() throws IOException {
    Path snapshot =
        folder.resolve(
            "hf/models--somebody--small/snapshots/" + InMemorySource.COMMIT + "/onnx/model.onnx");
    Path blob = folder.resolve("hf/models--somebody--small/blobs/etag");
    write(blob, "a network");
    Files.createDirectories(snapshot.getParent());
    Files.createSymbolicLink(snapshot, blob);

    Installation installed = install(store(List.of()), Fetchers.none());

    assertThat(installed.folder().resolve("onnx/model.onnx")).hasContent("a network");
    assertThat(Files.isSameFile(installed.folder().resolve("onnx/model.onnx"), blob)).isFalse();
  }

  @Test
  void contentThatOnlyLooksRightIsNotTaken() throws IOException {
    write(
        folder.resolve("hf/models--somebody--small/blobs/" + source.digest("onnx/model.onnx")),
        "A NETWORK");
    ModelStore store = store(List.of());

    assertThatThrownBy(() -> install(store, Fetchers.none()))
        .isInstanceOf(NotFetchedException.class);
    install(store, source.asFetchers());
    assertThat(source.fetches).hasValue(1);
  }

  @Test
  void aSmallFileOfTheHuggingFaceCacheIsKnownByItsGitDigest() throws IOException {
    write(folder.resolve("hf/models--somebody--small/blobs/" + GIT_SHA1), "a network");

    Installation installed = install(knownToGit(9L), Fetchers.none());

    assertThat(installed.folder().resolve("onnx/model.onnx")).hasContent("a network");
    assertThat(installed.model().files().get(0).sha256())
        .isEqualTo(source.digest("onnx/model.onnx"));
  }

  @Test
  void whatTheSourceDeclaresIsLookedForBeforeAnyContentIsAskedFor() throws IOException {
    write(folder.resolve("hf/models--somebody--small/blobs/" + GIT_SHA1), "a network");
    WantedModel undescribed =
        source.wants(
            InMemorySource.COMMIT, List.of(InMemorySource.file("onnx/model.onnx", null, null)));
    MetadataSource metadata =
        new MetadataSource() {
          @Override
          public boolean describes(Source described) {
            return true;
          }

          @Override
          public Declared describe(MetadataRequest request) {
            return new Declared(InMemorySource.COMMIT, knownToGit(9L).files());
          }
        };

    install(undescribed, new Fetchers(List.of(source), List.of(metadata)));

    assertThat(source.fetches).hasValue(0);
  }

  @Test
  void aSmallFileThatOnlyLooksRightIsNotTaken() throws IOException {
    write(folder.resolve("hf/models--somebody--small/blobs/" + GIT_SHA1), "A NETWORK");
    write(
        folder.resolve(
            "hf/models--somebody--small/snapshots/" + InMemorySource.COMMIT + "/onnx/model.onnx"),
        "a network and more");

    assertThatThrownBy(() -> install(knownToGit(null), Fetchers.none()))
        .isInstanceOf(NotFetchedException.class);
  }

  private WantedModel knownToGit(@Nullable Long size) {
    return source.wants(
        InMemorySource.COMMIT,
        List.of(new ModelFile(FileRole.MODEL, "onnx/model.onnx", null, GIT_SHA1, size)));
  }

  @Test
  void aModelOfASharedStoreIsUsedInPlace() {
    StoreLayout shared = new StoreLayout(folder.resolve("shared"));
    Installation there =
        new ModelStore(places(shared, List.of()), Duration.ofSeconds(5), Clock.systemUTC())
            .install(List.of(wanted), source.asFetchers(), TransferListener.SILENT)
            .get(0);

    ModelStore own = store(List.of(new SharedStore(shared)));

    assertThat(own.find(there.model())).contains(there.folder());
    assertThat(own.present())
        .singleElement()
        .satisfies(model -> assertThat(own.find(model.model())).contains(there.folder()));
    assertThat(folder.resolve("own")).doesNotExist();
  }

  @Test
  void contentOfASharedStoreThatHasNoNameThereIsCheckedAndCopied() throws IOException {
    StoreLayout shared = new StoreLayout(folder.resolve("shared"));
    write(shared.blob(source.digest("onnx/model.onnx")), "a network");

    Installation installed = install(store(List.of(new SharedStore(shared))), Fetchers.none());

    assertThat(installed.folder()).startsWith(folder.resolve("own"));
    assertThat(installed.folder().resolve("onnx/model.onnx")).hasContent("a network");
  }

  @Test
  void theCacheIsWhereHuggingFaceWouldLook() {
    Path home = Path.of("/home/user");
    assertThat(HuggingFaceCache.of(Map.of("HF_HUB_CACHE", "/a", "HF_HOME", "/b"), home).folder())
        .isEqualTo(Path.of("/a"));
    assertThat(HuggingFaceCache.of(Map.of("HF_HOME", "/b"), home).folder())
        .isEqualTo(Path.of("/b/hub"));
    assertThat(HuggingFaceCache.of(Map.of("XDG_CACHE_HOME", "/c"), home).folder())
        .isEqualTo(Path.of("/c/huggingface/hub"));
    assertThat(HuggingFaceCache.of(Map.of(), home).folder())
        .isEqualTo(Path.of("/home/user/.cache/huggingface/hub"));
  }

  @Test
  void theEnvironmentNamesSharedStores() {
    Properties properties = new Properties();
    properties.setProperty("user.home", "/home/user");
    StorePlaces places =
        StorePlaces.of(
            new StoreLayout(folder),
            properties,
            Map.of("LARDER_SHARED_MODELS_DIRS", "/opt/models" + File.pathSeparator + "/nfs"));

    assertThat(places.layouts().map(StoreLayout::home))
        .containsExactly(folder, Path.of("/opt/models"), Path.of("/nfs"));
  }

  private Installation install(ModelStore store, Fetchers fetchers) {
    return store.install(List.of(wanted), fetchers, TransferListener.SILENT).get(0);
  }

  private Installation install(WantedModel other, Fetchers fetchers) {
    return store(List.of()).install(List.of(other), fetchers, TransferListener.SILENT).get(0);
  }

  private ModelStore store(List<SharedStore> shared) {
    return new ModelStore(
        places(new StoreLayout(folder.resolve("own")), shared),
        Duration.ofSeconds(5),
        Clock.systemUTC());
  }

  private StorePlaces places(StoreLayout own, List<SharedStore> shared) {
    return new StorePlaces(own, shared, new HuggingFaceCache(folder.resolve("hf")));
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
