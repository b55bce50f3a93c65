package dev.larder.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.api.UnknownModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

  private static final Catalog CATALOG = Catalog.builtIn();

  @ParameterizedTest
  @CsvSource({
    "minilm, minilm, gguf-q8_0",
    "minilm:onnx-int8, minilm:onnx-int8, onnx-int8",
    "minilm@abc, minilm@abc, gguf-q8_0",
    "minilm:onnx-int8@v1.0, minilm:onnx-int8@v1.0, onnx-int8",
    // The default named on purpose stays named: it is not to change with the catalog.
    "minilm:gguf-q8_0, minilm:gguf-q8_0, gguf-q8_0",
    "all-minilm-l6-v2, minilm:onnx-int8, onnx-int8",
    "all-minilm-l6-v2@abc, minilm:onnx-int8@abc, onnx-int8",
    "all-minilm-l6-v2:onnx-fp32, minilm:onnx-fp32, onnx-fp32",
    // An alias of the default variant is only another word for the model.
    "bge-base-en-v1.5-fp32, bge-base-en-v1.5, onnx-fp32",
  })
  void aSelectorHasOneKeyAndOneVariant(String selector, String key, String variant) {
    Selection selection = CATALOG.select(selector);
    assertThat(selection.key().text()).isEqualTo(key);
    assertThat(selection.variant().id()).isEqualTo(variant);
    assertThat(selection.model().variants()).contains(selection.variant());
  }

  @Test
  void anUnknownNameIsToldAsItWasWrittenWithNearNames() {
    assertThatExceptionOfType(UnknownModelException.class)
        .isThrownBy(() -> CATALOG.select("minilmm:onnx-int8"))
        .withMessageContaining("No model is named \"minilmm:onnx-int8\".")
        .withMessageContaining("Did you mean: minilm\n");
  }

  @Test
  void anUnknownVariantIsToldWithThoseThatExist() {
    assertThatExceptionOfType(UnknownModelException.class)
        .isThrownBy(() -> CATALOG.select("tiny:onnx-int4"))
        .withMessageContaining("Model \"tiny\" has no variant \"onnx-int4\".")
        .withMessageContaining("It has: onnx-fp32, gguf-q8_0\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "minilm ",
        "MiniLM",
        "minilm:",
        "minilm@",
        ":onnx-int8",
        "@main",
        "minilm::x",
        "minilm:a:b",
        "minilm@a@b",
        "minilm@a:b",
        "../minilm",
        "minilm/..",
        "minilm\n",
        ".",
        "-",
        "minilm:../x",
        "minilm@../x",
        "minilm@refs/pr/1",
        "version",
        "\u0000",
        "模型"
      })
  void whatIsNoSelectorNamesNothing(String text) {
    assertThatExceptionOfType(UnknownModelException.class)
        .isThrownBy(() -> CATALOG.select(text))
        .withMessageContaining("No model is named \"" + text + "\".");
  }

  @Test
  void aVeryLongTextIsCut() {
    assertThatExceptionOfType(UnknownModelException.class)
        .isThrownBy(() -> CATALOG.select("minilm".repeat(1_000_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
  }
}
