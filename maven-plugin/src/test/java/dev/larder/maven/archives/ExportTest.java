package dev.larder.maven.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.LicenceDeniedException;
import dev.larder.api.NotFetchedException;
import dev.larder.api.UnknownModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.fetch.FileTransfer;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.project.LicencePolicy;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.maven.SmallModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

  @TempDir private Path folder;

  private Catalog catalog;
  private ModelStore from;
  private ModelStore to;
  private LockedModel first;
  private Path archive;
  private final Queue<String> told = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void oneModelIsInAStore() throws IOException {
    SmallModels models = new SmallModels(folder.resolve("source"));
    catalog = models.catalog();
    from = new ModelStore(new StoreLayout(folder.resolve("from")));
    to = new ModelStore(new StoreLayout(folder.resolve("to")));
    first = models.install(from);
    archive = folder.resolve("models.zip");
  }

  private Imported bring(LicencePolicy policy) {
    TransferListener listener =
        new TransferListener() {
          @Override
          public void ends(FileTransfer transfer) {
            told.add(transfer.path());
          }
        };
    return new Import(catalog, to, policy).run(archive, listener);
  }

  private Exported export(List<LockedModel> locked, String... names) {
    return new Export(catalog, from).run(new ExportRequest(locked, List.of(names), archive));
  }

  @Test
  void whatIsLockedArrivesInAnEmptyStore() {
    Exported exported = export(List.of(first));
    Imported imported = bring(LicencePolicy.none());

    assertThat(exported.lines()).contains("Wrote %s (1.2 kB)".formatted(archive));
    assertThat(imported.arrived()).isEqualTo(1);
    assertThat(to.find(first)).isPresent();
  }

  @Test
  void aDeniedLicenceStopsTheImportBeforeAByteIsUnpacked() {
    export(List.of(first));

    assertThatThrownBy(() -> bring(new LicencePolicy(List.of("MIT"), List.of())))
        .isInstanceOf(LicenceDeniedException.class);
    assertThat(folder.resolve("to")).doesNotExist();
    assertThat(told).isEmpty();
  }

  @Test
  void anImportTellsHowFilesArrive() {
    export(List.of(first));
    bring(LicencePolicy.none());

    assertThat(told).containsExactlyInAnyOrder("first.onnx", "tokenizer.json");
  }

  @Test
  void aSecondImportFindsEverythingThere() {
    export(List.of(first));
    bring(LicencePolicy.none());

    assertThat(bring(LicencePolicy.none()).arrived()).isZero();
  }

  @Test
  void aNamedModelIsExportedThoughNobodyLocksIt() {
    assertThat(export(List.of(), "first").models())
        .extracting(model -> model.key().text())
        .containsExactly("first:onnx-fp32@" + SmallModels.REVISION);
  }

  @Test
  void ofWhatIsLockedOnlyTheNamedModelsAreExported() {
    assertThat(export(List.of(first), "first").models()).containsExactly(first);
  }

  @Test
  void aNameThatNobodyKnowsIsAnError() {
    assertThatThrownBy(() -> export(List.of(first), "frist"))
        .isInstanceOf(UnknownModelException.class);
  }

  @Test
  void whatIsNotInTheStoreCannotBeExported() {
    from.remove(first);

    assertThatThrownBy(() -> export(List.of(first)))
        .isInstanceOf(NotFetchedException.class)
        .hasMessageContaining("mvn models:fetch");
    assertThat(archive).doesNotExist();
  }
}
