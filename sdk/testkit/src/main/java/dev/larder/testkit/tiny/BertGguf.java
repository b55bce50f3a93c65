package dev.larder.testkit.tiny;

import dev.larder.testkit.gguf.GgufFile;
import dev.larder.testkit.gguf.GgufTensor;
import dev.larder.testkit.gguf.GgufValue;
import java.util.List;
import java.util.TreeMap;

/** The GGUF form of a network. */
final class BertGguf {

  /** llama.cpp's number for mean pooling. */
  private static final int MEAN_POOLING = 1;

  /** llama.cpp's number for a file whose matrices are Q8_0. */
  private static final int MOSTLY_Q8_0 = 7;

  private static final int NORMAL_TOKEN = 1;
  private static final int CONTROL_TOKEN = 3;

  /** What llama.cpp writes before a piece that begins a word, instead of marking the others. */
  private static final String WORD_START = "\u2581";

  private final TreeMap<String, GgufValue> metadata = new TreeMap<>();

  private BertGguf() {}

  static GgufFile of(BertShape shape, Vocabulary vocabulary, List<GgufTensor> weights) {
    BertGguf gguf = new BertGguf();
    gguf.general();
    gguf.network(shape);
    gguf.tokenizer(vocabulary);
    return new GgufFile(gguf.metadata, weights);
  }

  private void general() {
    text("general.architecture", "bert");
    text("general.name", "Larder lexical test model");
    text("general.description", "Vectors reflect shared words, not meaning.");
    text("general.license", "apache-2.0");
    unsigned("general.file_type", MOSTLY_Q8_0);
    unsigned("general.quantization_version", 2);
  }

  private void network(BertShape shape) {
    unsigned("bert.block_count", shape.layers());
    unsigned("bert.context_length", shape.positions());
    unsigned("bert.embedding_length", shape.dimensions());
    unsigned("bert.feed_forward_length", shape.feedForward());
    unsigned("bert.attention.head_count", shape.heads());
    metadata.put("bert.attention.causal", new GgufValue.Truth(false));
    metadata.put("bert.attention.layer_norm_epsilon", new GgufValue.Real(BertOnnx.EPSILON));
    unsigned("bert.pooling_type", MEAN_POOLING);
  }

  private void tokenizer(Vocabulary vocabulary) {
    text("tokenizer.ggml.model", "bert");
    unsigned("tokenizer.ggml.token_type_count", 2);
    List<Piece> pieces = vocabulary.pieces();
    metadata.put(
        "tokenizer.ggml.tokens",
        new GgufValue.Texts(pieces.stream().map(BertGguf::spelling).toList()));
    metadata.put(
        "tokenizer.ggml.token_type",
        new GgufValue.Integers(
            pieces.stream()
                .map(piece -> piece.isSpecial() ? CONTROL_TOKEN : NORMAL_TOKEN)
                .toList()));
    // llama.cpp has called [CLS] both; its key for [SEP] is misspelled.
    unsigned("tokenizer.ggml.bos_token_id", vocabulary.id(Vocabulary.START));
    unsigned("tokenizer.ggml.cls_token_id", vocabulary.id(Vocabulary.START));
    unsigned("tokenizer.ggml.seperator_token_id", vocabulary.id(Vocabulary.SEPARATOR));
    unsigned("tokenizer.ggml.unknown_token_id", vocabulary.id(Vocabulary.UNKNOWN));
    unsigned("tokenizer.ggml.padding_token_id", vocabulary.id(Vocabulary.PAD));
    unsigned("tokenizer.ggml.mask_token_id", vocabulary.id(Vocabulary.MASK));
  }

  /** A piece as llama.cpp spells it. */
  static String spelling(Piece piece) {
    if (piece.isSpecial()) {
      return piece.text();
    }
    return piece.text().startsWith(Piece.CONTINUES)
        ? piece.text().substring(Piece.CONTINUES.length())
        : WORD_START + piece.text();
  }

  private void text(String key, String value) {
    metadata.put(key, new GgufValue.Text(value));
  }

  private void unsigned(String key, int value) {
    metadata.put(key, new GgufValue.Unsigned(value));
  }
}
