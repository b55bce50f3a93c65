package dev.larder.core.manifest;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.api.InvalidFileException;
import dev.larder.core.SampleModels;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Task;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestFormatTest {

  private static final ModelUse SEARCH = new ModelUse("minilm", Task.EMBEDDING, "shop.Search");

  private static final Manifest MANIFEST =
      Manifest.of(
          List.of(
              new ModelUse("qwen3-0.6b:gguf-q8_0@main", Task.GENERATION, "shop.Search"),
              SEARCH,
              new ModelUse("minilm", Task.EMBEDDING, "shop.Ähnlichkeit"),
              SEARCH));

  private static final String FILE = "app.jar!/META-INF/larder/models.json";

  private static final String SOUND =
      """
      {"version": 1, "uses": [{"model": "minilm", "task": "embedding", "type": "shop.Search"}]}
      """;

  @Test
  void aManifestIsWrittenSortedAndWithoutRepetitions() throws IOException {
    assertThat(new String(ManifestFormat.write(MANIFEST), UTF_8)).isEqualTo(golden());
  }

  @Test
  void aManifestIsReadBack() throws IOException {
    assertThat(read(golden())).isEqualTo(MANIFEST.from(FILE));
  }

  @Test
  void aManifestWithoutUsesIsReadBack() {
    Manifest none = Manifest.of(List.of());
    assertThat(read(new String(ManifestFormat.write(none), UTF_8))).isEqualTo(none.from(FILE));
  }

  @Test
  void definitionsAliasesAndDimensionsAreReadBack() {
    CatalogModel model = new SampleModels().own("acme-embed", "file:models/embed");
    Manifest manifest =
        new Manifest(
            List.of(new ModelUse("acme-embed", Task.EMBEDDING, 8, "shop.Search")),
            List.of(new ModelDefinition(model, "shop.package-info")),
            List.of(
                new AliasDefinition("b", Selector.parse("acme-embed"), "shop.Search"),
                new AliasDefinition("a", Selector.parse("minilm:onnx@1"), "shop.Search")),
            FILE);

    assertThat(read(new String(ManifestFormat.write(manifest), UTF_8))).isEqualTo(manifest);
    assertThat(manifest.place()).isEqualTo("app.jar");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "acme-embed"   | "../embed"          | is not a selector
          "own"          | "single"            | acme-embed is not an own model
          file:models    | http://acme.test    | is not a source
          "sha256"       | "gitSha1"           | SHA-1
          "task": "embed | "task": "pai        | definitions[0].task
          """)
  void aDefinitionThatIsNotSoundIsRefused(String right, String wrong, String problem) {
    String text =
        new String(
            ManifestFormat.write(
                new Manifest(
                    List.of(),
                    List.of(
                        new ModelDefinition(
                            new SampleModels().own("acme-embed", "file:models"), "shop.A")),
                    List.of(),
                    "")),
            UTF_8);

    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(text.replace(right, wrong)))
        .withMessageContaining(problem);
  }

  @Test
  void aDefinitionFromTheWebWithoutDigestIsRefused() {
    String text =
        """
        {"version": 1, "uses": [], "definitions": [{"name": "a", "aliases": {}, "description": "",
        "task": "rerank", "architecture": "bert", "dimensions": 0, "matryoshka": [],
        "maxTokens": 1, "pooling": "none", "normalised": false, "queryPrefix": "",
        "documentPrefix": "", "licence": "MIT", "gated": false, "type": "a.B", "variants":
        [{"id": "gguf", "format": "gguf", "quantisation": "", "source": "https://acme.test/a",
        "attestation": "own", "files": [{"role": "model", "path": "a.gguf"}]}]}]}
        """;

    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining("https://acme.test/a has a file without a digest");
  }

  @Test
  void layoutAndOrderMakeNoDifference() {
    assertThat(read(SOUND)).isEqualTo(Manifest.of(List.of(SEARCH)).from(FILE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1              | 2                   | it has version 2, and this Larder reads up to 1
          1              | 0                   | version is 0, not in 1 to
          1              | "1"                 | version is not a whole number
          1              | 1.5                 | version is not a whole number
          "version": 1,  | ``                  | version is missing
          "uses"         | "used"              | uses is missing
          [{             | {"a": {             | it is not valid JSON in line 1
          "task"         | "line": 7, "task"   | uses[0].line is not a field that is known here
          "task"         | "model": "a", "task"| it is not valid JSON in line 1, column 57: "model" is there twice
          "embedding"    | "painting"          | uses[0].task is "painting", not one of embedding, rerank, generation
          "embedding"    | null                | uses[0].task is not a text
          "minilm"       | "../minilm"         | uses[0]: "../minilm" is not a selector of the form
          "minilm"       | "min\\nilm"         | is not a selector of the form
          "minilm"       | ["minilm"]          | uses[0].model is not a text
          "shop.Search"  | "shop/Search"       | uses[0]: "shop/Search" is not the name of a type
          "shop.Search"  | "shop\\u0000Search" | is not the name of a type
          "shop.Search"  | ""                  | "" is not the name of a type
          ]}             | ]                   | it is not valid JSON in line 2, column 1: it ends too early
          ]}             | ]}}                 | it is not valid JSON in line 1
          ]}             | ]} {}               | it is not valid JSON in line 1
          """)
  void aFaultIsToldWithItsPlace(String right, String wrong, String problem) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(SOUND.replace(right, wrong)))
        .withMessageContaining("File app.jar!/META-INF/larder/models.json cannot be used: ")
        .withMessageContaining(problem)
        .withMessageContaining("To fix: ")
        .withMessageContaining("compile all of the code that it was made from again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "null", "\"x\"", "version = 1"})
  void whatIsNoObjectIsRefused(String text) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining("it is not valid JSON");
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(
            () -> ManifestFormat.read(new ByteArrayInputStream(SOUND.getBytes(UTF_16)), "x"))
        .withMessageContaining("it is not text in UTF-8");
  }

  @Test
  void aHugeFileIsRefusedBeforeItIsParsed() {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(" ".repeat(1 << 20) + SOUND))
        .withMessageContaining("it is larger than 1 MiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void deepNestingIsRefused(String opening) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read("{\"uses\":" + opening.repeat(100_000)))
        .withMessageContaining("it is nested too deeply");
  }

  @Test
  void aHugeTextIsRefused() {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(SOUND.replace("minilm", "m".repeat(100_000))))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_000));
  }

  @Test
  void whateverIsWrongIsAnInvalidFile() throws IOException {
    byte[] sound = golden().getBytes(UTF_8);
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      byte[] spoilt = Arrays.copyOf(sound, 1 + random.nextInt(sound.length));
      for (int slips = random.nextInt(4); slips >= 0; slips--) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(128);
      }
      try {
        ManifestFormat.read(new ByteArrayInputStream(spoilt), "x");
      } catch (InvalidFileException e) {
        assertThat(e).hasMessageStartingWith("[Models/InvalidFile] ");
      }
    }
  }

  private static Manifest read(String text) {
    return ManifestFormat.read(new ByteArrayInputStream(text.getBytes(UTF_8)), FILE);
  }

  private static String golden() throws IOException {
    try (InputStream input =
        Objects.requireNonNull(ManifestFormatTest.class.getResourceAsStream("models.json"))) {
      return new String(input.readAllBytes(), UTF_8);
    }
  }
}
