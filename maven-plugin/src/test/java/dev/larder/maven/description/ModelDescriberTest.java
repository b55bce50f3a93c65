package dev.larder.maven.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.UnknownModelException;
import dev.larder.core.format.JsonWriter;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.Installation;
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
        .anyMatch(line -> line.matches("gguf-q8_0, \\d+ B, not on this machine"));
  }

  @Test
  void aDamagedListOfProjectsKeepsNobodyFromTheRest() throws IOException {
    Files.createDirectories(home);
    Files.writeString(home.resolve("projects.json"), "{");

    assertThat(describe("small")).contains("  Used by          no project known here");
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
        .contains("             from the hub: https://hub.invalid/onnx-fp32.model")
        .anyMatch(line -> line.endsWith("digests vouched for by the catalog"));
  }

  @Test
  void aGgufFileSaysWhatItIs() {
    sample.install("small:gguf-q8_0");

    assertThat(describe("small:gguf-q8_0"))
        .containsSequence(
            "  GGUF header  bert, 8 dimensions, context of 128 tokens, mean pooling,"
                + " no chat template",
            "               tensors by type: none, licence apache-2.0");
    assertThat(json("small"))
        .contains("\"contextLength\": 128", "\"pooling\": \"mean\"", "\"chatTemplate\": false");
  }

  @Test
  void aGgufFileThatCannotBeReadIsSaidToBeSo() throws IOException {
    Path file = sample.install("small:gguf-q8_0").folder().resolve("gguf-q8_0.model");
    FileTime time = Files.getLastModifiedTime(file);
    Files.write(file, new byte[(int) Files.size(file)]);
    Files.setLastModifiedTime(file, time);

    assertThat(describe("small:gguf-q8_0"))
        .contains("  GGUF header  cannot be read: it is no sound GGUF");
    assertThat(json("small")).contains("\"header\": null");
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

    assertThat(json("small"))
        .contains("\"engine\": \"dev.larder.api.EmbeddingEngine\"")
        .contains("\"small-alias\": \"gguf-q8_0\"")
        .contains("\"attestation\": \"single\"", "\"gitSha1\": null", "\"pooling\": \"mean\"")
        .contains("\"url\": \"https://hub.invalid/onnx-fp32.tokenizer.json\"");
  }

  private String json(String selector) {
    return new String(
        JsonWriter.write(
            new ModelDescriber(SampleStore.CATALOG, ModelsLock.empty(), sample.store)
                    .describe(List.of(selector))
                ::writeJson),
        StandardCharsets.UTF_8);
  }

  private List<String> describe(String selector) {
    return new ModelDescriber(SampleStore.CATALOG, ModelsLock.empty(), sample.store)
        .describe(List.of(selector))
        .lines();
  }
}
