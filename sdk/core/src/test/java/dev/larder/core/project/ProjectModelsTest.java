package dev.larder.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.api.ConflictingDeclarationsException;
import dev.larder.api.InvalidFileException;
import dev.larder.api.LicenceDeniedException;
import dev.larder.api.LockOutOfDateException;
import dev.larder.api.UnknownModelException;
import dev.larder.core.SampleModels;
import dev.larder.core.catalog.Attestation;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.Integrity;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelDefinition;
import dev.larder.core.manifest.ModelUse;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.InMemorySource;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectModelsTest {

  private static final String OLD = "f".repeat(40);

  private final SampleModels samples = new SampleModels();

  @TempDir private Path folder;
  private Path lock;

  private final InMemorySource source =
      new InMemorySource().with("full.onnx", "full network").with("half.onnx", "half");

  @BeforeEach
  void nameTheLock() {
    lock = folder.resolve("project/models.lock");
  }

  @Test
  void fetchesAndLocksWhatIsDeclared() {
    ProjectResult result = prepare("small");

    assertThat(result.lockChanged()).isTrue();
    assertThat(result.lock().models())
        .singleElement()
        .satisfies(
            model -> {
              assertThat(model.key().text()).isEqualTo("small");
              assertThat(model.variant()).isEqualTo("onnx-fp32");
              assertThat(model.files().get(0).sha256()).isEqualTo(source.digest("full.onnx"));
            });
    assertThat(new LockFile(lock).read()).isEqualTo(result.lock());
  }

  @Test
  void theSecondTimeFetchesNothingAndLeavesTheLockAlone() throws IOException {
    prepare("small");
    String before = Files.readString(lock);

    ProjectResult second = prepare("small");

    assertThat(second.lockChanged()).isFalse();
    assertThat(second.installations().get(0).fetched()).isEmpty();
    assertThat(source.fetches).hasValue(1);
    assertThat(lock).hasContent(before);
  }

  @Test
  void anAliasIsLockedUnderWhatItStandsFor() {
    ProjectResult result = prepare("smaller", "small", "small:onnx-fp16");

    assertThat(result.lock().models())
        .extracting(model -> model.key().text())
        .containsExactly("small", "small:onnx-fp16");
  }

  @Test
  void theLockGoesBeforeTheCatalog() throws IOException {
    prepare("small");
    Files.writeString(
        lock, Files.readString(lock).replace(source.digest("full.onnx"), "0".repeat(64)));

    assertThatThrownBy(() -> prepare("small"))
        .isInstanceOf(ChecksumMismatchException.class)
        .hasMessageContaining("0".repeat(64));
    assertThat(lock).content().contains("0".repeat(64));
  }

  @Test
  void whatIsNoLongerDeclaredLeavesTheLock() {
    prepare("small", "smaller");

    assertThat(prepare("smaller").lock().models())
        .extracting(model -> model.key().text())
        .containsExactly("small:onnx-fp16");
  }

  @Test
  void aFrozenLockMustHaveEveryModel() {
    prepare("small");

    assertThatThrownBy(() -> prepareFrozen("small", "smaller"))
        .isInstanceOf(LockOutOfDateException.class)
        .hasMessageContaining("\"small:onnx-fp16\" is declared, but not locked")
        .hasMessageContaining("CI=true");
    assertThat(source.fetches).hasValue(1);
  }

  @Test
  void aFrozenLockMustHaveNoOtherModel() {
    prepare("small", "smaller");

    assertThatThrownBy(() -> prepareFrozen("small"))
        .isInstanceOf(LockOutOfDateException.class)
        .hasMessageContaining("\"small:onnx-fp16\" is locked, but no longer declared");
  }

  @Test
  void aFrozenLockThatMatchesIsFetched() {
    prepare("small");
    assertThat(prepareFrozen("small").lockChanged()).isFalse();
  }

  @Test
  void anOwnModelIsFetchedAndLocked() {
    ProjectResult result = prepareOwn(definition("hf:acme/embed"));

    assertThat(result.lock().models())
        .singleElement()
        .satisfies(
            model -> {
              assertThat(model.key().text()).isEqualTo("acme");
              assertThat(model.integrity()).isEqualTo(Integrity.DEFINITION);
            });
    assertThat(prepareOwn(definition("hf:acme/embed")).lockChanged()).isFalse();
  }

  @Test
  void aChangedDefinitionGoesBeforeTheLock() {
    prepareOwn(definition("hf:acme/embed"));

    assertThat(prepareOwn(definition("hf:acme/better")).lock().models())
        .singleElement()
        .extracting(model -> model.source().text())
        .isEqualTo("hf:acme/better");
  }

  @Test
  void declarationsThatContradictEachOtherStopEverything() {
    assertThatThrownBy(() -> prepare("small@1", "small@2"))
        .isInstanceOf(ConflictingDeclarationsException.class);
    assertThat(source.fetches).hasValue(0);
  }

  private ModelDefinition definition(String from) {
    CatalogModel model = samples.own("acme", from);
    source.with("acme.onnx", "acme.onnx");
    return new ModelDefinition(model, "com.acme.package-info");
  }

  private ProjectResult prepareOwn(ModelDefinition definition) {
    Manifest manifest =
        new Manifest(
            List.of(new ModelUse("acme", Task.EMBEDDING, "com.acme.Search")),
            List.of(definition),
            List.of(),
            "");
    return models()
        .prepare(
            new ProjectRequest(
                "com.acme:shop", List.of(manifest), lock, Optional.empty(), LicencePolicy.none()));
  }

  @Test
  void anUnknownModelLeavesTheLockAlone() throws IOException {
    prepare("small");
    String before = Files.readString(lock);

    assertThatThrownBy(() -> prepare("small", "smal"))
        .isInstanceOf(UnknownModelException.class)
        .hasMessageContaining("small");
    assertThat(lock).hasContent(before);
  }

  @Test
  void aLockThatCannotBeUnderstoodIsNotReplaced() throws IOException {
    Files.createDirectories(lock.getParent());
    Files.writeString(lock, "version = 99\n");

    assertThatThrownBy(() -> prepare("small"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("99");
    assertThat(lock).hasContent("version = 99\n");
  }

  @Test
  void aDeniedLicenceStopsEverythingBeforeAByteIsFetched() {
    LicencePolicy policy = new LicencePolicy(List.of("Apache-2.0"), List.of());

    assertThatThrownBy(() -> models().prepare(request(Optional.empty(), policy, "small")))
        .isInstanceOf(LicenceDeniedException.class);
    assertThat(source.fetches).hasValue(0);
    assertThat(lock).doesNotExist();
  }

  @Test
  void aCheckSaysAllThatDoesNotAgreeAndChangesNothing() {
    LicencePolicy policy = new LicencePolicy(List.of("Apache-2.0"), List.of());

    ProjectCheck check = models().check(request(Optional.empty(), policy, "small"));

    assertThat(check.differences()).containsExactly("\"small\" is declared, but not locked");
    assertThat(check.missing()).hasSize(1);
    assertThat(check.denied()).containsOnlyKeys("small");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aCheckOfWhatWasPreparedFindsNothing() {
    prepare("small");

    ProjectCheck check = models().check(request(Optional.empty(), LicencePolicy.none(), "small"));

    assertThat(check.models()).hasSize(1);
    assertThat(check.differences()).isEmpty();
    assertThat(check.missing()).isEmpty();
    assertThat(check.denied()).isEmpty();
  }

  @Test
  void locksWithoutFetching() {
    LockUpdate update = locking().lock(request("small"));

    assertThat(update.changes())
        .extracting(change -> change.model().label())
        .containsExactly("small");
    assertThat(new LockFile(lock).read()).isEqualTo(update.after());
    assertThat(source.fetches).hasValue(0);
    assertThat(prepare("small").lockChanged()).isFalse();
  }

  @Test
  void lockingLeavesWhatIsLockedWhereItIs() throws IOException {
    lockAnOldRevision();

    LockUpdate update = locking().lock(request("small", "smaller"));

    assertThat(update.changes())
        .extracting(change -> change.model().label())
        .containsExactly("small:onnx-fp16");
    assertThat(lock).content().contains(OLD);
  }

  @Test
  void whereNothingIsDeclaredTheLockIsLeftAlone() throws IOException {
    lockAnOldRevision();

    LockUpdate update =
        locking()
            .lock(
                new ProjectRequest(
                    "com.acme:shop", List.of(), lock, Optional.empty(), LicencePolicy.none()));

    assertThat(update.changes()).isEmpty();
    assertThat(lock).content().contains(OLD);
  }

  @Test
  void updatingMovesToTheCatalogsRevision() throws IOException {
    lockAnOldRevision();

    LockUpdate update = locking().update(request("small"));

    assertThat(update.changes())
        .extracting(change -> change.model().label())
        .containsExactly("small");
    assertThat(update.before().models().get(0).revision()).isEqualTo(OLD);
    assertThat(update.after().models().get(0).revision()).isEqualTo(InMemorySource.COMMIT);
  }

  @Test
  void updatingOneModelLeavesTheOthers() throws IOException {
    lockAnOldRevision();

    LockUpdate update = locking().update(request("small", "smaller"), List.of("smaller"));

    assertThat(update.changes())
        .extracting(change -> change.model().label())
        .containsExactly("small:onnx-fp16");
    assertThat(lock).content().contains(OLD);
  }

  @Test
  void onlyWhatIsDeclaredCanBeUpdated() {
    assertThatThrownBy(() -> locking().update(request("small"), List.of("smaller")))
        .isInstanceOf(UnknownModelException.class);
    assertThat(lock).doesNotExist();
  }

  @Test
  void aFrozenLockIsNotUpdated() throws IOException {
    lockAnOldRevision();

    assertThatThrownBy(
            () -> locking().update(request(Optional.of("CI=true"), LicencePolicy.none(), "small")))
        .isInstanceOf(LockOutOfDateException.class);
    assertThat(lock).content().contains(OLD);
  }

  private void lockAnOldRevision() throws IOException {
    locking().lock(request("small"));
    Files.writeString(lock, Files.readString(lock).replace(InMemorySource.COMMIT, OLD));
  }

  private ProjectLocking locking() {
    return new ProjectLocking(catalog(), store(), Fetchers::none);
  }

  private ProjectResult prepare(String... selectors) {
    return prepare(Optional.empty(), selectors);
  }

  private ProjectResult prepareFrozen(String... selectors) {
    return prepare(Optional.of("CI=true"), selectors);
  }

  private ProjectResult prepare(Optional<String> frozenBy, String... selectors) {
    return models().prepare(request(frozenBy, LicencePolicy.none(), selectors));
  }

  private ProjectModels models() {
    return new ProjectModels(catalog(), store(), source::asFetchers, TransferListener.SILENT);
  }

  private ModelStore store() {
    return new ModelStore(new StoreLayout(folder.resolve("store")));
  }

  private ProjectRequest request(String... selectors) {
    return request(Optional.empty(), LicencePolicy.none(), selectors);
  }

  private ProjectRequest request(
      Optional<String> frozenBy, LicencePolicy policy, String... selectors) {
    Manifest manifest =
        Manifest.of(
            List.of(selectors).stream()
                .map(selector -> new ModelUse(selector, Task.EMBEDDING, "com.acme.Search"))
                .toList());
    return new ProjectRequest("com.acme:shop", List.of(manifest), lock, frozenBy, policy);
  }

  private Catalog catalog() {
    return Catalog.of(
        List.of(
            new CatalogModel(
                "small",
                Map.of("smaller", "onnx-fp16"),
                "For tests",
                Task.EMBEDDING,
                8,
                List.of(),
                true,
                "",
                "",
                false,
                List.of(variant("onnx-fp32", "full.onnx"), variant("onnx-fp16", "half.onnx")))));
  }

  private Variant variant(String id, String file) {
    return new Variant(
        id,
        "onnx",
        id.substring("onnx-".length()),
        "bert",
        128,
        Pooling.MEAN,
        "MIT",
        Source.parse("hf:somebody/small"),
        InMemorySource.COMMIT,
        Attestation.MULTIPLE,
        List.of(new ModelFile(FileRole.MODEL, file, source.digest(file), null, source.size(file))));
  }
}
