package dev.larder.core.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.api.InvalidFileException;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogReaderTest {

  private static final String DIGEST = "0123456789abcdef".repeat(4);

  private static final String MODEL =
      """
      {
        "name": "small",
        "aliases": {"little": "onnx-int8"},
        "description": "A small one.",
        "task": "embedding",
        "architecture": "bert",
        "dimensions": 384,
        "matryoshka": [256, 128],
        "maxTokens": 512,
        "pooling": "mean",
        "normalised": true,
        "queryPrefix": "query: ",
        "documentPrefix": "",
        "licence": "MIT",
        "gated": false,
        "variants": [
          {
            "id": "gguf-q8_0",
            "format": "gguf",
            "quantisation": "Q8_0",
            "source": "hf:me/small-gguf",
            "revision": "abc",
            "attestation": "multiple",
            "files": [{"role": "model", "path": "small.gguf", "sha256": "%1$s", "size": 7}]
          },
          {
            "id": "onnx-int8",
            "format": "onnx",
            "quantisation": "int8",
            "architecture": "xlm-roberta",
            "maxTokens": 256,
            "pooling": "in-graph",
            "licence": "Apache-2.0",
            "source": "hf:me/small",
            "attestation": "none",
            "files": [
              {"role": "model", "path": "onnx/small.onnx"},
              {"role": "data", "path": "onnx/data", "gitSha1": "%2$s", "size": 9}
            ]
          }
        ]
      }
      """
          .formatted(DIGEST, DIGEST.substring(24));

  @Test
  void everyFieldArrives() {
    ModelFile gguf = new ModelFile(FileRole.MODEL, "small.gguf", DIGEST, null, 7L);
    ModelFile onnx = new ModelFile(FileRole.MODEL, "onnx/small.onnx", null, null, null);
    ModelFile data = new ModelFile(FileRole.DATA, "onnx/data", null, DIGEST.substring(24), 9L);
    assertThat(read(MODEL).models())
        .containsExactly(
            new CatalogModel(
                "small",
                Map.of("little", "onnx-int8"),
                "A small one.",
                Task.EMBEDDING,
                384,
                List.of(256, 128),
                true,
                "query: ",
                "",
                false,
                List.of(
                    new Variant(
                        "gguf-q8_0",
                        "gguf",
                        "Q8_0",
                        "bert",
                        512,
                        Pooling.MEAN,
                        "MIT",
                        Source.parse("hf:me/small-gguf"),
                        "abc",
                        Attestation.MULTIPLE,
                        List.of(gguf)),
                    new Variant(
                        "onnx-int8",
                        "onnx",
                        "int8",
                        "xlm-roberta",
                        256,
                        Pooling.IN_GRAPH,
                        "Apache-2.0",
                        Source.parse("hf:me/small"),
                        null,
                        Attestation.NONE,
                        List.of(onnx, data)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "name": "small",       | ``                      | models[0].name is missing
          "gated": false         | "gated": "no"           | models[0].gated is not true or false
          "gated": false         | "gated": false, "stars": 5 | models[0].stars is not a field that is known here
          "embedding"            | "painting"              | models[0].task is "painting", not one of embedding, rerank, generation
          384                    | "384"                   | models[0].dimensions is not a whole number
          384                    | -1                      | models[0].dimensions is -1, not in 0 to
          [256, 128]             | [256, 12.8]             | models[0].matryoshka is not a list of whole numbers
          [256, 128]             | 256                     | models[0].matryoshka is not a list
          {"little": "onnx-int8"}| {"little": 8}           | models[0].aliases.little is not a text
          {"little": "onnx-int8"}| ["little"]              | models[0].aliases is not a table
          {"little": "onnx-int8"}| {"little": "onnx"}      | "little" stands for the variant onnx, which does not exist
          {"little": "onnx-int8"}| {"small": "onnx-int8"}  | "small" names two models
          "id": "onnx-int8"      | "id": "gguf-q8_0"       | models[0]: two variants of small have one id
          "mean"                 | "max"                   | models[0].pooling is "max", not one of mean, cls, last, in-graph, none
          "in-graph"             | "max"                   | models[0].variants[1].pooling is "max", not one of
          "maxTokens": 256       | "maxTokens": 0          | models[0].variants[1].maxTokens is 0, not in 1 to
          "revision": "abc",     | "commit": "abc",        | models[0].variants[0].commit is not a field that is known here
          "attestation": "none", | ``                      | models[0].variants[1].attestation is missing
          "hf:me/small"          | "http://me/small"       | models[0].variants[1]: "http://me/small" is not a source
          "hf:me/small"          | "hf:small"              | models[0].variants[1]: "small" is not owner/name
          "sha256": "0           | "sha256": "G            | is not a SHA-256 of 64 lower-case hexadecimal digits
          "gitSha1": "           | "gitSha1": "0           | is not a SHA-1 of 40 lower-case hexadecimal digits
          "size": 7              | "size": 0               | models[0].variants[0].files[0].size is 0, not in 1 to
          "small.gguf"           | "../small.gguf"         | models[0].variants[0].files[0]: "../small.gguf" is not a safe relative path
          "role": "model"        | "role": "data"          | variant gguf-q8_0 does not begin with a model file
          """)
  void aFaultIsToldWithItsPlace(String right, String wrong, String problem) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(MODEL.replace(right, wrong)))
        .withMessageContaining("File catalog.json cannot be used: ")
        .withMessageContaining(problem);
  }

  @Test
  void aNameBelongsToOneModel() {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(MODEL + "," + MODEL))
        .withMessageContaining("\"small\" names two models");
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(
            () -> read(MODEL + "," + MODEL.replace("\"name\": \"small\"", "\"name\": \"x\"")))
        .withMessageContaining("\"little\" names two models");
  }

  @Test
  void aModelHasAVariant() {
    String none = MODEL.substring(0, MODEL.indexOf("\"variants\"")) + "\"variants\": []}";
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(none))
        .withMessageContaining("models[0]: small has no variant");
  }

  private static Catalog read(String models) {
    String text = "{\"version\": 1, \"models\": [" + models + "]}";
    return CatalogReader.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "catalog.json");
  }
}
