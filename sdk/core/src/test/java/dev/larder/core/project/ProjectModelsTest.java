package dev.larder.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.api.InvalidFileException;
import dev.larder.api.LockOutOfDateException;
import dev.larder.api.UnknownModelException;
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
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelUse;
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

  private ProjectResult prepare(String... selectors) {
    return prepare(Optional.empty(), selectors);
  }

  private ProjectResult prepareFrozen(String... selectors) {
    return prepare(Optional.of("CI=true"), selectors);
  }

  private ProjectResult prepare(Optional<String> frozenBy, String... selectors) {
    Manifest manifest =
        Manifest.of(
            List.of(selectors).stream()
                .map(selector -> new ModelUse(selector, Task.EMBEDDING, "com.acme.Search"))
                .toList());
    ModelStore store = new ModelStore(new StoreLayout(folder.resolve("store")));
    return new ProjectModels(catalog(), store, source::asFetchers, TransferListener.SILENT)
        .prepare(new ProjectRequest("com.acme:shop", List.of(manifest), lock, frozenBy));
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
