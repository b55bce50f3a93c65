package dev.larder.maven.checking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.catalog.Task;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelUse;
import dev.larder.core.project.LicencePolicy;
import dev.larder.core.project.ProjectModels;
import dev.larder.core.project.ProjectRequest;
import dev.larder.maven.SampleStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedTest {

  @TempDir private Path folder;

  private SampleStore sample;

  @BeforeEach
  void theStoreIsEmpty() {
    sample = new SampleStore(folder.resolve("store"));
  }

  @Test
  void namesEverythingThatDoesNotAgree() {
    Checked checked = check(new LicencePolicy(List.of("MIT"), List.of()));

    assertThat(checked.lines()).isEmpty();
    assertThat(checked.problem())
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .contains("[Models/LockOutOfDate]", "\"small\" is declared, but not locked")
                    .contains("[Models/LicenceDenied]", "Policy: only MIT")
                    .contains("[Models/NotFetched]", "Looked in: " + folder.resolve("store")));
  }

  @Test
  void isShortWhereEverythingAgrees() {
    models().prepare(request(LicencePolicy.none()));

    Checked checked = check(LicencePolicy.none());

    assertThat(checked.problem()).isEmpty();
    assertThat(checked.lines())
        .containsExactly(
            "1 declared model: locked, in the store, and licensed as this build allows");
  }

  private Checked check(LicencePolicy policy) {
    return new Checked(
        models().check(request(policy)), folder.resolve("models.lock"), folder.resolve("store"));
  }

  private ProjectModels models() {
    return new ProjectModels(
        SampleStore.CATALOG, sample.store, sample::fetchers, TransferListener.SILENT);
  }

  private ProjectRequest request(LicencePolicy policy) {
    return new ProjectRequest(
        "com.acme:shop",
        List.of(Manifest.of(List.of(new ModelUse("small", Task.EMBEDDING, "com.acme.Search")))),
        folder.resolve("models.lock"),
        Optional.empty(),
        policy);
  }
}
