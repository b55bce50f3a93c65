package dev.larder.maven.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.LicenceDeniedException;
import dev.larder.api.NotFetchedException;
import dev.larder.api.UnknownModelException;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.format.JsonWriter;
import dev.larder.core.project.LicencePolicy;
import dev.larder.maven.SampleStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreVerificationTest {

  private static final String KEY = "small:onnx-fp32@" + SampleStore.REVISION;

  @TempDir private Path home;

  private SampleStore sample;
  private Path folder;

  @BeforeEach
  void oneModelIsInTheStore() {
    sample = new SampleStore(home);
    folder = sample.install("small").folder();
  }

  @Test
  void whatIsAsItWasIsIntact() {
    Verification found = verify();

    assertThat(found.problem()).isEmpty();
    assertThat(found.lines())
        .containsExactly(KEY + " is intact (39 B)", "Nothing is wrong with " + home);
  }

  @Test
  void changedAndMissingFilesAreNamed() throws IOException {
    spoil();

    Verification found = verify();

    assertThat(found.problem())
        .contains("1 of 1 models are not what was fetched; -Dmodels.repair fetches them again");
    assertThat(found.lines())
        .containsExactly(
            KEY + ": onnx-fp32.model was changed", KEY + ": onnx-fp32.tokenizer.json is missing");
    assertThat(new String(JsonWriter.write(found::writeJson), StandardCharsets.UTF_8))
        .contains("\"outcome\": \"wrong\"", "\"changed\": [", "\"onnx-fp32.model\"");
  }

  @Test
  void whatIsWrongCanBeFetchedAgain() throws IOException {
    spoil();

    Verification repaired = repair(LicencePolicy.none()).run(verify());

    assertThat(repaired.problem()).isEmpty();
    assertThat(repaired.lines()).contains(KEY + " was fetched again");
    assertThat(verify().lines()).contains(KEY + " is intact (39 B)");
  }

  @Test
  void aDeniedLicenceIsNotFetchedAgain() throws IOException {
    spoil();
    StoreRepair repair = repair(new LicencePolicy(List.of("MIT"), List.of()));
    Verification found = verify();
    int fetches = sample.fetches.get();

    assertThatThrownBy(() -> repair.run(found)).isInstanceOf(LicenceDeniedException.class);
    assertThat(sample.fetches).hasValue(fetches);
  }

  @Test
  void aRemovedModelIsNotWrong() throws IOException {
    Files.delete(folder.resolve("onnx-fp32.model"));
    Files.delete(folder.resolve("onnx-fp32.tokenizer.json"));

    Verification found = verify();

    assertThat(found.isAnyWrong()).isFalse();
    assertThat(found.lines()).contains(KEY + " is no longer in the store");
  }

  @Test
  void whatHasNoRecordIsVerifiedToo() throws IOException {
    Files.delete(home.resolve("models.lock"));
    assertThat(verify().lines()).contains(KEY + " is intact (39 B)");

    spoil();
    assertThat(verify().lines()).contains(KEY + ": onnx-fp32.model was changed");
  }

  @Test
  void aNameStandsForAllVariantsAndAnAliasForItsOwn() {
    sample.install("small:gguf-q8_0");

    assertThat(select("small")).hasSize(2);
    assertThat(select("small-alias")).singleElement().asString().contains("gguf-q8_0");
    assertThat(select("small", "small:onnx-fp32")).hasSize(2);
  }

  @Test
  void aNameThatSaysNothingIsAnError() {
    assertThatThrownBy(() -> select("smll"))
        .isInstanceOf(UnknownModelException.class)
        .hasMessageContaining("small");
    assertThatThrownBy(() -> select("walled")).isInstanceOf(NotFetchedException.class);
  }

  private void spoil() throws IOException {
    Files.delete(folder.resolve("onnx-fp32.model"));
    Files.writeString(folder.resolve("onnx-fp32.model"), "ONNX-FP32.model");
    Files.delete(folder.resolve("onnx-fp32.tokenizer.json"));
  }

  private List<String> select(String... selectors) {
    return new RecordedNames(SampleStore.CATALOG, sample.store)
        .select(List.of(selectors)).stream().map(model -> model.key().text()).toList();
  }

  private StoreRepair repair(LicencePolicy policy) {
    return new StoreRepair(
        SampleStore.CATALOG, sample.store, sample::fetchers, policy, TransferListener.SILENT);
  }

  private Verification verify() {
    return new StoreVerification(sample.store)
        .run(new RecordedNames(SampleStore.CATALOG, sample.store).select(List.of()));
  }
}
