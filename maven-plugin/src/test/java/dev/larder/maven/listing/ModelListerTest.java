package dev.larder.maven.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.UnknownModelException;
import dev.larder.core.format.JsonWriter;
import dev.larder.maven.SampleStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelListerTest {

  @TempDir private Path home;

  private SampleStore sample;

  @BeforeEach
  void theStoreIsEmpty() {
    sample = new SampleStore(home);
  }

  @Test
  void everyModelHasALineAndItsTermsAreNamed() {
    assertThat(list().lines())
        .containsExactly(
            "NAME    TASK       ARCHITECTURE  DIMENSIONS  SIZE  LICENCE               ON THIS MACHINE",
            "broken  embedding  bert          8           39 B  MIT                   -",
            "small   embedding  bert          8           39 B  Apache-2.0            -",
            "walled  embedding  bert          8           39 B  Walled Terms*, gated  -",
            "",
            "* Not an open-source licence: read its terms before you use the model",
            "gated: its terms have to be accepted on the hub before it can be fetched",
            "Store: " + home + ", 0 models, 0 B used");
  }

  @Test
  void whatIsHereIsShownWithItsDay() {
    sample.install("small:gguf-q8_0");

    List<String> lines = list("small").lines();

    assertThat(lines.get(1)).containsPattern("gguf-q8_0 since \\d{4}-\\d\\d-\\d\\d$");
    assertThat(lines).hasSize(4).last().asString().contains(", 1 model, ");
  }

  @Test
  void whatWasTouchedSinceItWasVerifiedIsSaidToBeUnverified() throws IOException {
    Path file = sample.install("small").folder().resolve("onnx-fp32.model");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));

    Listing listing = list("small");

    assertThat(listing.lines().get(1)).containsPattern("since \\d{4}-\\d\\d-\\d\\d, unverified$");
    assertThat(new String(JsonWriter.write(listing::writeJson), StandardCharsets.UTF_8))
        .contains("\"verified\": false");
  }

  @Test
  void whatHasNoRecordIsListedWithItsDay() throws IOException {
    sample.install("small");
    Files.delete(home.resolve("models.lock"));

    Listing listing = list("small");

    assertThat(listing.lines().get(1)).containsPattern("onnx-fp32 since \\d{4}-\\d\\d-\\d\\d$");
    assertThat(listing.store().models()).isEqualTo(1);
  }

  @Test
  void anAliasListsItsModelOnce() {
    assertThat(list("small", "small-alias").models()).hasSize(1);
  }

  @Test
  void anUnknownNameGetsNearOnes() {
    assertThatThrownBy(() -> list("smal"))
        .isInstanceOf(UnknownModelException.class)
        .hasMessageContaining("Did you mean: small");
  }

  @Test
  void scriptsGetTheSameFieldsWhetherOrNotAModelIsHere() {
    sample.install("small");

    String json =
        new String(JsonWriter.write(list("small", "walled")::writeJson), StandardCharsets.UTF_8);

    assertThat(json)
        .contains("\"models\": 1,", "\"downloaded\": [ ]", "\"variant\": \"onnx-fp32\"")
        .contains("\"openSource\": false", "\"gated\": true", "\"size\": 39")
        .containsPattern("\"since\": \"\\d{4}-\\d\\d-\\d\\dT.*Z\"");
  }

  private Listing list(String... selectors) {
    return new ModelLister(SampleStore.CATALOG, sample.store).list(List.of(selectors));
  }
}
