package dev.larder.testkit.tiny;

import dev.larder.testkit.gguf.GgufValue;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What stands before the numbers of {@link TinyChatModel}. */
final class ChatGguf {

  private static final int MOSTLY_Q8_0 = 7;

  private static final int NORMAL_TOKEN = 1;
  private static final int UNKNOWN_TOKEN = 2;
  private static final int CONTROL_TOKEN = 3;
  private static final int BYTE_TOKEN = 6;

  /** One line a message, and the beginning of the answer's. */
  private static final String TEMPLATE =
      "{% for message in messages %} {{ message['role'] }}: {{ message['content'] }}\n"
          + "{% endfor %}{% if add_generation_prompt %} assistant:{% endif %}";

  private final TreeMap<String, GgufValue> metadata = new TreeMap<>();

  private ChatGguf() {}

  static SortedMap<String, GgufValue> metadata(ChatVocabulary vocabulary) {
    ChatGguf gguf = new ChatGguf();
    gguf.general();
    gguf.network();
    gguf.tokenizer(vocabulary);
    return gguf.metadata;
  }

  private void general() {
    text("general.architecture", "llama");
    text("general.name", "Larder chat test model");
    text("general.description", "Tells one story.");
    text("general.license", "apache-2.0");
    unsigned("general.file_type", MOSTLY_Q8_0);
    unsigned("general.quantization_version", 2);
  }

  private void network() {
    unsigned("llama.block_count", TinyChatModel.LAYERS);
    unsigned("llama.context_length", TinyChatModel.maxTokens());
    unsigned("llama.embedding_length", TinyChatModel.DIMENSIONS);
    unsigned("llama.feed_forward_length", TinyChatModel.FEED_FORWARD);
    unsigned("llama.attention.head_count", TinyChatModel.HEADS);
    unsigned("llama.attention.head_count_kv", TinyChatModel.HEADS);
    unsigned("llama.rope.dimension_count", TinyChatModel.DIMENSIONS / TinyChatModel.HEADS);
    metadata.put("llama.attention.layer_norm_rms_epsilon", new GgufValue.Real(1e-5f));
  }

  private void tokenizer(ChatVocabulary vocabulary) {
    text("tokenizer.ggml.model", "llama");
    text("tokenizer.chat_template", TEMPLATE);
    List<String> tokens = vocabulary.tokens();
    metadata.put("tokenizer.ggml.tokens", new GgufValue.Texts(tokens));
    metadata.put(
        "tokenizer.ggml.token_type",
        new GgufValue.Integers(
            IntStream.range(0, tokens.size()).mapToObj(ChatGguf::tokenType).toList()));
    // The greater, the earlier two tokens are joined to this one.
    metadata.put(
        "tokenizer.ggml.scores",
        new GgufValue.Reals(
            IntStream.range(0, tokens.size()).mapToObj(id -> (float) -id).toList()));
    unsigned("tokenizer.ggml.bos_token_id", ChatVocabulary.START);
    unsigned("tokenizer.ggml.eos_token_id", ChatVocabulary.END);
    unsigned("tokenizer.ggml.unknown_token_id", ChatVocabulary.UNKNOWN);
    metadata.put("tokenizer.ggml.add_bos_token", new GgufValue.Truth(true));
    metadata.put("tokenizer.ggml.add_eos_token", new GgufValue.Truth(false));
    metadata.put("tokenizer.ggml.add_space_prefix", new GgufValue.Truth(false));
  }

  private static int tokenType(int id) {
    if (id >= ChatVocabulary.FIRST_WORD) {
      return NORMAL_TOKEN;
    }
    if (id >= ChatVocabulary.FIRST_BYTE) {
      return BYTE_TOKEN;
    }
    return id == ChatVocabulary.UNKNOWN ? UNKNOWN_TOKEN : CONTROL_TOKEN;
  }

  private void text(String key, String value) {
    metadata.put(key, new GgufValue.Text(value));
  }

  private void unsigned(String key, int value) {
    metadata.put(key, new GgufValue.Unsigned(value));
  }
}
