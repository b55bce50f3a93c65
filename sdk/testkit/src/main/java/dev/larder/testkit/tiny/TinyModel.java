package dev.larder.testkit.tiny;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The catalog's model {@code tiny}, built from code. Its vectors reflect shared words, not meaning.
 */
public final class TinyModel {

  private TinyModel() {}

  /** The length of its vectors. */
  public static int dimensions() {
    return BertShape.tiny().dimensions();
  }

  /** How many tokens it reads, with {@code [CLS]} and {@code [SEP]}. */
  public static int maxTokens() {
    return BertShape.tiny().positions();
  }

  /**
   * Writes its files into a folder, byte for byte as the catalog describes them: {@value
   * BertModel#ONNX}, {@value BertModel#TOKENIZER} and {@value BertModel#GGUF}.
   */
  public static void writeTo(Path folder) throws IOException {
    BertModel.of(BertShape.tiny()).writeTo(folder);
  }
}
