package dev.larder.core.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.catalog.Source.HubSource;
import dev.larder.core.catalog.Source.MavenSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every entry of the shipped catalog to the schema, and to an independent copy of facts. */
class BuiltInCatalogTest {

  private static final Catalog CATALOG = Catalog.builtIn();

  @ParameterizedTest
  @MethodSource("models")
  void aModelIsDescribedInOneLine(CatalogModel model) {
    assertThat(model.description()).matches("[A-Z][^\\n]{10,110}\\.");
    assertThat(Selector.parse(model.name()).name()).isEqualTo(model.name());
  }

  @ParameterizedTest
  @MethodSource("models")
  void dimensionsFitTheTask(CatalogModel model) {
    if (model.task() == Task.EMBEDDING) {
      assertThat(model.dimensions()).isBetween(32, 8192);
      assertThat(model.normalised()).isTrue();
    } else {
      assertThat(model.dimensions()).isZero();
      assertThat(model.normalised()).isFalse();
      assertThat(model.queryPrefix() + model.documentPrefix()).isEmpty();
      assertThat(model.matryoshka()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void shorterDimensionsAreShorterAndLongestFirst(CatalogModel model) {
    assertThat(model.matryoshka())
        .isSortedAccordingTo(Comparator.reverseOrder())
        .doesNotHaveDuplicates()
        .allMatch(length -> length > 0 && length < model.dimensions());
  }

  @ParameterizedTest
  @MethodSource("models")
  void aliasesAreSelectorsOfVariants(CatalogModel model) {
    model
        .aliases()
        .forEach(
            (alias, variant) -> {
              assertThat(Selector.parse(alias).name()).isEqualTo(alias);
              assertThat(model.variant(variant)).isPresent();
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void variantsOtherThanTheDefaultAreSorted(CatalogModel model) {
    assertThat(model.variants().stream().skip(1).map(Variant::id)).isSorted();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void aVariantsIdBeginsWithItsFormat(CatalogModel model, Variant variant) {
    assertThat(variant.format()).isIn("gguf", "onnx");
    assertThat(variant.id()).startsWith(variant.format() + "-").matches("[a-z0-9._-]+");
    assertThat(variant.quantisation()).isNotBlank();
    assertThat(new Selector(model.name(), variant.id(), null)).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void aVariantSaysHowItIsRun(CatalogModel model, Variant variant) {
    assertThat(variant.architecture())
        .isIn(
            List.of(
                "bert",
                "xlm-roberta",
                "nomic-bert",
                "jina-bert-v2",
                "gemma-embedding",
                "gemma3",
                "qwen2",
                "qwen3",
                "llama",
                "phi3"));
    assertThat(variant.maxTokens()).isBetween(256, 131_072);
    assertThat(variant.pooling() == Pooling.NONE).isEqualTo(model.task() != Task.EMBEDDING);
    assertThat(variant.pooling() == Pooling.IN_GRAPH).isEqualTo(isGemmaInOnnx(variant));
  }

  private static boolean isGemmaInOnnx(Variant variant) {
    return variant.format().equals("onnx") && variant.architecture().startsWith("gemma");
  }

  @ParameterizedTest
  @MethodSource("variants")
  void aLicenceIsOneOfThoseKnown(CatalogModel model, Variant variant) {
    assertThat(variant.licence())
        .isIn("Apache-2.0", "MIT", "Gemma Terms of Use", "Llama 3.2 Community");
  }

  @ParameterizedTest
  @MethodSource("variants")
  void aRevisionIsACommitOrAVersion(CatalogModel model, Variant variant) {
    if (variant.source() instanceof MavenSource artifact) {
      assertThat(artifact.version()).isEqualTo(variant.revision());
    } else {
      assertThat(variant.source()).isInstanceOf(HubSource.class);
      if (variant.revision() != null) {
        assertThat(variant.revision()).matches("[0-9a-f]{40}");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void theFilesAreThoseThatTheFormatNeeds(CatalogModel model, Variant variant) {
    List<ModelFile> files = variant.files();
    String modelPath = files.get(0).path();
    assertThat(modelPath).endsWith("." + variant.format());
    assertThat(files.stream().map(ModelFile::path)).doesNotHaveDuplicates();
    if (variant.format().equals("gguf")) {
      assertThat(files).hasSize(1);
    } else {
      assertThat(paths(files, FileRole.TOKENIZER))
          .allMatch(path -> path.endsWith("tokenizer.json"))
          .hasSize(1);
      // ONNX Runtime looks for external data in the model's own folder.
      assertThat(paths(files, FileRole.DATA))
          .allMatch(path -> folder(path).equals(folder(modelPath)));
    }
  }

  private static List<String> paths(Collection<ModelFile> files, FileRole role) {
    return files.stream().filter(file -> file.role() == role).map(ModelFile::path).toList();
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void theAttestationSaysWhetherThereIsADigest(CatalogModel model, Variant variant) {
    ModelFile file = variant.files().get(0);
    assertThat(variant.attestation() == Attestation.NONE).isEqualTo(file.sha256() == null);
    // A size without a digest would be held to nothing.
    assertThat(variant.files())
        .allMatch(f -> f.sha256() != null || f.gitSha1() != null || f.size() == null);
  }

  @Test
  void aDigestHasOneSizeAndOnePath() {
    Map<String, ModelFile> byDigest = new HashMap<>();
    List<String> sharing = new ArrayList<>();
    for (CatalogModel model : CATALOG.models()) {
      for (Variant variant : model.variants()) {
        for (ModelFile file : variant.files()) {
          String digest = file.sha256();
          ModelFile other = digest == null ? null : byDigest.putIfAbsent(digest, file);
          if (other != null && !other.with(List.of()).equals(file.with(List.of()))) {
            assertThat(other.size()).isEqualTo(file.size());
            sharing.add(file.path());
          }
        }
      }
    }
    // The repository has these bytes under the name of every processor that they suit.
    assertThat(sharing).containsExactly("onnx/model_qint8_avx512_vnni.onnx");
  }

  /** Its jar is fetched for the model already. */
  @ParameterizedTest
  @MethodSource("variants")
  void aMirrorHasAllFilesOfAVariantInOneArtifact(CatalogModel model, Variant variant) {
    List<List<MavenSource>> artifacts =
        variant.files().stream()
            .map(file -> file.mirrors().stream().map(Mirror::artifact).toList())
            .distinct()
            .toList();

    assertThat(artifacts).hasSize(1);
    if (!artifacts.get(0).isEmpty()) {
      assertThat(variant.attestation()).isEqualTo(Attestation.BYTES);
    }
  }

  @Test
  void modelsStandInTheFileByName() throws IOException {
    try (InputStream input =
        Objects.requireNonNull(Catalog.class.getResourceAsStream("catalog.json"))) {
      String text = new String(input.readAllBytes(), UTF_8);
      assertThat(
              Pattern.compile("\n {6}\"name\": \"(.*)\"")
                  .matcher(text)
                  .results()
                  .map((MatchResult result) -> result.group(1)))
          .containsExactlyElementsOf(CATALOG.models().stream().map(CatalogModel::name).toList());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "minilm, gguf-q8_0",
    "embeddinggemma, gguf-q8_0",
    "nomic-embed, gguf-q8_0",
    "bge-m3, gguf-q8_0",
    "qwen3-embed, gguf-q8_0",
    "all-minilm-l6-v2, onnx-int8",
    "bge-small-en-v1.5, onnx-int8",
    "e5-base-v2, onnx-int8-avx512-vnni",
    "bge-base-en-v1.5, onnx-fp32",
    "nomic-embed-text-v1.5, onnx-int8",
    "tiny, onnx-fp32",
    "tiny-chat, gguf-q8_0",
  })
  void aWellKnownNameStandsForItsVariant(String name, String variant) {
    assertThat(CATALOG.select(name).variant().id()).isEqualTo(variant);
  }

  /** The file says what public sources state, and is kept apart from the catalog. */
  @ParameterizedTest
  @CsvFileSource(resources = "attested.csv", numLinesToSkip = 1)
  void everyFileIsTheOneThatPublicSourcesAttest(
      String name,
      String repository,
      @Nullable String revision,
      String path,
      @Nullable String sha256,
      @Nullable Long size) {
    CatalogModel model = CATALOG.select(name).model();
    assertThat(model.variants())
        .filteredOn(variant -> variant.source().text().equals("hf:" + repository))
        .filteredOn(variant -> variant.files().get(0).path().equals(path))
        .singleElement()
        .satisfies(
            variant -> {
              assertThat(variant.revision()).isEqualTo(revision);
              assertThat(variant.files().get(0).with(List.of()))
                  .isEqualTo(new ModelFile(FileRole.MODEL, path, sha256, null, size));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "minilm|MEAN|||256|384",
        "e5-base-v2|MEAN|query: |passage: |512|768",
        "bge-small-en-v1.5|CLS|Represent this sentence for searching relevant passages: ||512|384",
        "bge-base-en-v1.5|CLS|Represent this sentence for searching relevant passages: ||512|768",
        "nomic-embed|MEAN|search_query: |search_document: |2048|768",
        "nomic-embed-text-v1.5|MEAN|search_query: |search_document: |8192|768",
        "bge-m3|CLS|||8192|1024",
        "bge-m3-onnx|CLS|||8192|1024",
        "embeddinggemma|MEAN|task: search result @ query: |title: none @ text: |2048|768",
        "embeddinggemma-300m-onnx|IN_GRAPH|task: search result @ query: |title: none @ text: |2048|768",
        "qwen3-embedding-0.6b-onnx|LAST|Instruct: Given a web search query, retrieve relevant passages that answer the query#Query:||32768|1024",
      })
  void vectorsAreMadeAsTheModelWasTrained(
      String name,
      Pooling pooling,
      @Nullable String queryPrefix,
      @Nullable String documentPrefix,
      int maxTokens,
      int dimensions) {
    Selection selection = CATALOG.select(name);
    assertThat(selection.variant().pooling()).isEqualTo(pooling);
    assertThat(selection.model().queryPrefix()).isEqualTo(text(queryPrefix));
    assertThat(selection.model().documentPrefix()).isEqualTo(text(documentPrefix));
    assertThat(selection.variant().maxTokens()).isEqualTo(maxTokens);
    assertThat(selection.model().dimensions()).isEqualTo(dimensions);
  }

  /** A table's delimiter and line end stand in it as other characters. */
  private static String text(@Nullable String cell) {
    return cell == null ? "" : cell.replace('@', '|').replace('#', '\n');
  }

  static List<CatalogModel> models() {
    return CATALOG.models();
  }

  static Stream<Object[]> variants() {
    return CATALOG.models().stream()
        .flatMap(model -> model.variants().stream().map(variant -> new Object[] {model, variant}));
  }
}
