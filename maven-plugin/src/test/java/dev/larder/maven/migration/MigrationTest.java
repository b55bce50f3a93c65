package dev.larder.maven.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Provenance;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.RecordedModel;
import dev.larder.core.project.LicencePolicy;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.core.store.WantedModel;
import dev.larder.maven.SmallModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

  @TempDir private Path root;

  private Path models;
  private Path home;
  private Catalog catalog;
  private ModelStore store;

  @BeforeEach
  void theProjectCarriesItsModels() throws IOException {
    models = root.resolve("src/main/resources/models");
    home = root.resolve("store");
    catalog = new SmallModels(models).catalog();
    store = new ModelStore(new StoreLayout(home));
  }

  private Migrated migrate() {
    return migrate(LicencePolicy.none());
  }

  private Migrated migrate(LicencePolicy policy) {
    return new Migration(catalog, store, policy)
        .run(root, List.of(models, root.resolve("absent")), TransferListener.SILENT);
  }

  private LockedModel first() {
    return WantedModel.of(catalog.select("first")).exactly().orElseThrow();
  }

  @Test
  void aCompleteModelIsInTheStoreAndItsFilesStay() {
    migrate();

    assertThat(store.find(first())).isPresent();
    assertThat(models.resolve("first.onnx")).exists();
    assertThat(models.resolve("tokenizer.json")).exists();
  }

  @Test
  void aDeniedLicenceStaysOutOfTheStoreAndTheOthersAreCopiedAllTheSame() throws IOException {
    catalog = catalog.with(List.of(new SmallModels(models).third("MIT")), Map.of());

    Migrated migrated = migrate(new LicencePolicy(List.of("MIT"), List.of()));

    assertThat(store.find(first())).isEmpty();
    assertThat(store.find(WantedModel.of(catalog.select("third")).exactly().orElseThrow()))
        .isPresent();
    assertThat(migrated.lines())
        .containsSubsequence(
            "src/main/resources/models/first.onnx, src/main/resources/models/tokenizer.json is"
                + " first:onnx-fp32 of hf:acme/first",
            "  not copied, because its licence is not allowed")
        .containsSubsequence(
            "Nothing was deleted. The store has these now, so that you can delete:",
            "  src/main/resources/models/third.onnx",
            "",
            "Put into .gitignore, so that they do not come back:",
            "  /src/main/resources/models/third.onnx")
        .noneMatch(line -> line.equals("  src/main/resources/models/first.onnx"));
    assertThat(migrated.problem().orElseThrow())
        .contains("Model \"first\" has the licence Apache-2.0")
        .contains("Model \"second\" has the licence Apache-2.0")
        .doesNotContain("third");
  }

  @Test
  void ofADeniedModelNothingIsKept() throws IOException {
    Files.delete(models.resolve("tokenizer.json"));

    migrate(new LicencePolicy(List.of("MIT"), List.of()));

    assertThat(home.resolve("cache/blobs")).doesNotExist();
  }

  @Test
  void theRecordHasBothTheFileAndItsSource() {
    migrate();

    RecordedModel recorded = store.record().find(first()).orElseThrow();
    assertThat(recorded.model().source().text()).isEqualTo("hf:acme/first");
    assertThat(recorded.fromByPath())
        .containsEntry(
            "first.onnx",
            new Provenance(Origin.FOLDER, models.resolve("first.onnx").toUri().toString()));
  }

  @Test
  void aFileIsRecognisedWhateverItsName() throws IOException {
    Files.createDirectories(models.resolve("old"));
    Files.move(models.resolve("first.onnx"), models.resolve("old/network.bin"));

    assertThat(migrate().lines())
        .contains(
            "src/main/resources/models/old/network.bin, src/main/resources/models/tokenizer.json is"
                + " first:onnx-fp32 of hf:acme/first");
    assertThat(store.find(first())).isPresent();
  }

  @Test
  void whatCanBeDeletedAndIgnoredIsListed() throws IOException {
    Files.copy(models.resolve("first.onnx"), models.resolve("copy.onnx"));
    Files.delete(models.resolve("second.gguf"));

    assertThat(migrate().lines())
        .containsSubsequence(
            "Nothing was deleted. The store has these now, so that you can delete:",
            "  src/main/resources/models/copy.onnx",
            "  src/main/resources/models/first.onnx",
            "  src/main/resources/models/tokenizer.json",
            "Put into .gitignore, so that they do not come back:",
            "  /src/main/resources/models/copy.onnx");
  }

  @Test
  void ofAnIncompleteModelTheStoreKeepsWhatThereIs() throws IOException {
    Files.delete(models.resolve("tokenizer.json"));

    Migrated migrated = migrate();

    assertThat(store.find(first())).isEmpty();
    assertThat(home.resolve("cache/blobs/sha256").resolve(first().files().get(0).sha256()))
        .hasContent("bytes of first.onnx");
    assertThat(migrated.lines()).anyMatch(line -> line.contains("but tokenizer.json is missing"));
    assertThat(migrated.lines()).noneMatch(line -> line.contains("you can delete"));
  }

  @Test
  void aModelOfNoKnownCommitIsNamedAndLeftAlone() {
    assertThat(migrate().lines())
        .containsSubsequence(
            "src/main/resources/models/second.gguf is second:onnx-fp32 of hf:acme/second",
            "  not copied, because no commit of the source is known; declare it with"
                + " @UsesModel(\"second\") and run mvn models:fetch");
  }

  @Test
  void unknownNetworksAreNamedAndOtherFilesAreNot() throws IOException {
    Files.writeString(models.resolve("own.safetensors"), "trained here");
    Files.writeString(models.resolve("README.md"), "read me");

    assertThat(migrate().unknown()).containsExactly(models.resolve("own.safetensors"));
  }

  @Test
  void aProjectWithoutModelFilesHasNothingToMigrate() {
    Migrated migrated =
        new Migration(catalog, store, LicencePolicy.none())
            .run(root, List.of(root.resolve("absent")), TransferListener.SILENT);

    assertThat(migrated.lines()).containsExactly("No model files were found in " + root);
  }
}
