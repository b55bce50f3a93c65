package dev.larder.core.lock;

import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import java.util.List;

/** The models of the golden files in this package's test resources. */
final class Locks {

  static final String MINILM_REVISION = "544f204f2eaa2d71361ffc74d6df7170285b286a";

  private Locks() {}

  static LockedModel minilm(String key) {
    return new LockedModel(
        Selector.parse(key),
        "gguf-q8_0",
        Source.parse("hf:second-state/All-MiniLM-L6-v2-Embedding-GGUF"),
        MINILM_REVISION,
        384,
        "Apache-2.0",
        Integrity.CATALOG,
        List.of(
            new LockedFile(
                FileRole.MODEL,
                "all-MiniLM-L6-v2-Q8_0.gguf",
                "263215c3cadd6e16740741a7624ab4cbb6c8e777688bd5331ecfbf5681c2f8ed",
                25_008_064)));
  }

  static LockedModel bgeSmall() {
    return new LockedModel(
        Selector.parse("bge-small-en-v1.5"),
        "onnx-int8",
        Source.parse("hf:Xenova/bge-small-en-v1.5"),
        "ea104dacec62c0de699686887e3f920caeb4f3e3",
        384,
        "MIT",
        Integrity.HUB,
        List.of(
            new LockedFile(
                FileRole.MODEL,
                "onnx/model_quantized.onnx",
                "6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4",
                34_014_426),
            new LockedFile(
                FileRole.TOKENIZER,
                "tokenizer.json",
                "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66",
                711_396)));
  }

  static LockedModel qwen() {
    return new LockedModel(
        Selector.parse("qwen3-0.6b:gguf-q8_0@main"),
        "gguf-q8_0",
        Source.parse("hf:Qwen/Qwen3-0.6B-GGUF"),
        "23749fefcc72300e3a2ad315e1317431b06b590a",
        0,
        "A \"quoted\" licence, \\ and all",
        Integrity.CATALOG,
        List.of(
            new LockedFile(
                FileRole.MODEL,
                "Qwen3-0.6B-Q8_0.gguf",
                "9465e63a22add5354d9bb4b99e90117043c7124007664907259bd16d043bb031",
                639_446_688)));
  }

  static LockedModel tiny() {
    return new LockedModel(
        Selector.parse("tiny:onnx-fp32@0.1.0"),
        "onnx-fp32",
        Source.parse("mvn:dev.larder:models-testkit:0.1.0:zip:tiny"),
        "0.1.0",
        64,
        "Apache-2.0",
        Integrity.CATALOG,
        List.of(
            new LockedFile(FileRole.MODEL, "model.onnx", "0".repeat(63) + "1", 1),
            new LockedFile(FileRole.TOKENIZER, "tokenizer.json", "0".repeat(63) + "2", 2)));
  }
}
