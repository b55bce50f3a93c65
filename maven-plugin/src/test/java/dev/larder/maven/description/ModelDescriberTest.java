package dev.larder.maven.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.UnknownModelException;
import dev.larder.core.format.JsonWriter;
import dev.larder.core.store.Installation;
import dev.larder.maven.SampleStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDescriberTest {

  @TempDir private Path home;
  @TempDir private Path work;

  private SampleStore sample;

  @BeforeEach
  void theStoreIsEmpty() {
    sample = new SampleStore(home);
  }

  @Test
  void aNameGetsAllVariants() {
    assertThat(describe("small"))
        .startsWith(
            "small: A sample.",
            "  Task             embedding",
            "  Inject           @Inject @UsesModel(\"small\") EmbeddingEngine engine;",
            "  Also             small-alias (gguf-q8_0)",
            "  Dimensions       8, can be cut to 4, normalised",
            "  Query prefix     \"query: \"",
            "  Document prefix  none",
            "  Licence          Apache-2.0",
            "  Used by          no project known here",
            "",
            "onnx-fp32 (the default), 39 B, not on this machine",
            "  bert, fp32, mean pooling, at most 128 tokens",
            "  Source     hf:acme/small, revision " + SampleStore.REVISION,
            "  Digests    stated by one public source",
            "  Model      onnx-fp32.model, 15 B (15 bytes)")
        .contains("gguf-q8_0, 39 B, not on this machine");
  }

  @Test
  void anAliasGetsItsVariantAlone() {
    assertThat(describe("small-alias"))
        .contains("  Inject           @Inject @UsesModel(\"small-alias\") EmbeddingEngine engine;")
        .anyMatch(line -> line.startsWith("gguf-q8_0, "))
        .noneMatch(line -> line.startsWith("onnx-fp32"));
  }

  @Test
  void termsThatAreNoOpenSourceLicenceAreNamed() {
    assertThat(describe("walled"))
        .contains(
            "  Licence          Walled Terms, not an open-source licence: read its terms, gated:"
                + " accept them on the hub, and give an access token");
  }

  @Test
  void whatWasFetchedHasItsProvenance() {
    Installation installed = sample.install("small");

    assertThat(describe("small"))
        .contains("  Folder     " + installed.folder())
        .contains("             from https://hub.invalid/onnx-fp32.model")
        .anyMatch(line -> line.endsWith("digests vouched for by the catalog"));
  }

  @Test
  void livingProjectsThatLockItAreNamed() throws IOException {
    Path lock = sample.project(work.resolve("search"), "small");
    sample.project(work.resolve("other"), "walled");
    Files.delete(sample.project(work.resolve("deleted"), "small"));

    assertThat(describe("small"))
        .contains("  Used by          com.acme:search, " + lock)
        .noneMatch(line -> line.contains("com.acme:other") || line.contains("com.acme:deleted"));
  }

  @Test
  void anUnknownVariantGetsTheKnownOnes() {
    assertThatThrownBy(() -> describe("small:onnx-int8"))
        .isInstanceOf(UnknownModelException.class)
        .hasMessageContaining("onnx-fp32, gguf-q8_0");
  }

  @Test
  void scriptsGetFilesWithDigestsAndWhereTheyCameFrom() {
    sample.install("small");

    String json =
        new String(
            JsonWriter.write(
                new ModelDescriber(SampleStore.CATALOG, sample.store).describe(List.of("small"))
                    ::writeJson),
            StandardCharsets.UTF_8);

    assertThat(json)
        .contains("\"engine\": \"dev.larder.api.EmbeddingEngine\"")
        .contains("\"small-alias\": \"gguf-q8_0\"")
        .contains("\"attestation\": \"single\"", "\"gitSha1\": null", "\"pooling\": \"mean\"")
        .contains("\"url\": \"https://hub.invalid/onnx-fp32.tokenizer.json\"");
  }

  private List<String> describe(String selector) {
    return new ModelDescriber(SampleStore.CATALOG, sample.store)
        .describe(List.of(selector))
        .lines();
  }
}
