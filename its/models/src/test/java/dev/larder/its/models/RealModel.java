package dev.larder.its.models;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Selection;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A variant of the catalog whose bytes are in an artifact on the class path. */
public enum RealModel {
  MINILM("minilm:onnx-int8", "all-minilm-l6-v2-q"),
  MINILM_IN_FLOATS("minilm:onnx-fp32-xenova", "all-minilm-l6-v2"),
  BGE_SMALL("bge-small-en-v1.5:onnx-int8", "bge-small-en-v1.5-q"),
  E5_SMALL("e5-small-v2:onnx-int8", "e5-small-v2-q");

  private final String selector;
  private final String entry;

  RealModel(String selector, String entry) {
    this.selector = selector;
    this.entry = entry;
  }

  public String selector() {
    return selector;
  }

  /**
   * How much any component of a text's vector may depend on the company in which it is run: what
   * docs/embedding.md promises. Quantised models run each text alone.
   */
  double tolerance() {
    return this == MINILM_IN_FLOATS ? 1e-5 : 0;
  }

  /** What the catalog says of it. */
  Selection inCatalog() {
    return Catalog.builtIn().select(selector);
  }

  /** The catalog's file of a role. */
  ModelFile file(FileRole role) {
    return inCatalog().variant().files().stream()
        .filter(file -> file.role() == role)
        .findFirst()
        .orElseThrow();
  }

  /** Opens the entry of the artifact that is to be the catalog's file of a role. */
  InputStream open(FileRole role) throws IOException {
    String name = "/" + entry + (role == FileRole.TOKENIZER ? "-tokenizer.json" : ".onnx");
    return Objects.requireNonNull(RealModel.class.getResource(name), name).openStream();
  }
}
