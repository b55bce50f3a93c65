package dev.larder.testkit.tiny;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The tokenizer in the format of Hugging Face's tokenizers: lower case, no accents, WordPiece,
 * {@code [CLS]} and {@code [SEP]} around the text. It neither truncates nor pads.
 */
final class BertTokenizer {

  /** Longer words are unknown, as in BERT. */
  private static final int MAX_WORD = 100;

  private final ObjectNode root = new ObjectMapper().createObjectNode();
  private final Vocabulary vocabulary;

  private BertTokenizer(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The file's text, the same on every system. */
  static String json(Vocabulary vocabulary) {
    BertTokenizer tokenizer = new BertTokenizer(vocabulary);
    tokenizer.root.put("version", "1.0");
    tokenizer.root.putNull("truncation");
    tokenizer.root.putNull("padding");
    tokenizer.addedTokens();
    tokenizer.textSteps();
    tokenizer.template();
    tokenizer.model();
    return tokenizer.write();
  }

  private void addedTokens() {
    ArrayNode added = root.putArray("added_tokens");
    for (Piece piece : vocabulary.pieces()) {
      if (piece.isSpecial()) {
        added
            .addObject()
            .put("id", vocabulary.id(piece.text()))
            .put("content", piece.text())
            .put("single_word", false)
            .put("lstrip", false)
            .put("rstrip", false)
            .put("normalized", false)
            .put("special", true);
      }
    }
  }

  private void textSteps() {
    root.putObject("normalizer")
        .put("type", "BertNormalizer")
        .put("clean_text", true)
        .put("handle_chinese_chars", true)
        .put("strip_accents", true)
        .put("lowercase", true);
    root.putObject("pre_tokenizer").put("type", "BertPreTokenizer");
    root.putObject("decoder")
        .put("type", "WordPiece")
        .put("prefix", Piece.CONTINUES)
        .put("cleanup", true);
  }

  private void template() {
    ObjectNode template = root.putObject("post_processor").put("type", "TemplateProcessing");
    ArrayNode single = template.putArray("single");
    special(single, Vocabulary.START, 0);
    sequence(single, "A", 0);
    special(single, Vocabulary.SEPARATOR, 0);
    ArrayNode pair = template.putArray("pair");
    special(pair, Vocabulary.START, 0);
    sequence(pair, "A", 0);
    special(pair, Vocabulary.SEPARATOR, 0);
    sequence(pair, "B", 1);
    special(pair, Vocabulary.SEPARATOR, 1);
    ObjectNode tokens = template.putObject("special_tokens");
    for (String token : List.of(Vocabulary.START, Vocabulary.SEPARATOR)) {
      ObjectNode entry = tokens.putObject(token).put("id", token);
      entry.putArray("ids").add(vocabulary.id(token));
      entry.putArray("tokens").add(token);
    }
  }

  private static void special(ArrayNode steps, String token, int segment) {
    steps.addObject().putObject("SpecialToken").put("id", token).put("type_id", segment);
  }

  private static void sequence(ArrayNode steps, String text, int segment) {
    steps.addObject().putObject("Sequence").put("id", text).put("type_id", segment);
  }

  private void model() {
    ObjectNode model =
        root.putObject("model")
            .put("type", "WordPiece")
            .put("unk_token", Vocabulary.UNKNOWN)
            .put("continuing_subword_prefix", Piece.CONTINUES)
            .put("max_input_chars_per_word", MAX_WORD);
    ObjectNode ids = model.putObject("vocab");
    vocabulary.pieces().forEach(piece -> ids.put(piece.text(), vocabulary.id(piece.text())));
  }

  private String write() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values cannot be written", e);
    }
  }
}
