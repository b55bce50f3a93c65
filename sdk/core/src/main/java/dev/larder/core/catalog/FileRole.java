package dev.larder.core.catalog;

import java.util.Locale;

/** What one file is to its model. */
public enum FileRole {
  /** The network. */
  MODEL,
  /** The tokenizer, in the format of Hugging Face's tokenizers. */
  TOKENIZER,
  /** Tensors that an ONNX model keeps outside its file, beside it. */
  DATA;

  /** The word that stands in catalogs and locks. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
