package dev.larder.its.benchmarks.models;

import dev.larder.core.catalog.FileRole;

/** A model of the catalog whose bytes are in a jar of langchain4j. */
public enum RealModel {
  MINILM_FP32("minilm:onnx-fp32-xenova", "all-minilm-l6-v2"),
  MINILM_INT8("minilm:onnx-int8", "all-minilm-l6-v2-q"),
  BGE_SMALL_INT8("bge-small-en-v1.5:onnx-int8", "bge-small-en-v1.5-q"),
  E5_SMALL_INT8("e5-small-v2:onnx-int8", "e5-small-v2-q");

  private final String selector;
  private final String entry;

  RealModel(String selector, String entry) {
    this.selector = selector;
    this.entry = entry;
  }

  /** What the catalog calls it. */
  public String selector() {
    return selector;
  }

  /** Where a file lies on the class path. */
  String entry(FileRole role) {
    return switch (role) {
      case MODEL -> "/" + entry + ".onnx";
      case TOKENIZER -> "/" + entry + "-tokenizer.json";
      case DATA -> throw new IllegalArgumentException(entry + " has no tensors outside its file");
    };
  }
}
