package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.larder.api.CorruptModelException;
import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.Pooling;
import dev.larder.testkit.tiny.BertModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokenizers of other families than BERT's, with ids that were worked out by hand. */
class TokenizerStylesTest {

  /** As XLM-RoBERTa's: the likeliest pieces, with a bar for each space, in one segment. */
  private static final String UNIGRAM =
      """
      {"version":"1.0",
       "added_tokens":[
        {"id":0,"content":"<s>","special":true,"single_word":false,"lstrip":false,"rstrip":false,"normalized":false},
        {"id":2,"content":"</s>","special":true,"single_word":false,"lstrip":false,"rstrip":false,"normalized":false}],
       "normalizer":{"type":"Lowercase"},
       "pre_tokenizer":{"type":"Metaspace","replacement":"\\u2581","prepend_scheme":"always","split":true},
       "post_processor":{"type":"TemplateProcessing",
        "single":[{"SpecialToken":{"id":"<s>","type_id":0}},{"Sequence":{"id":"A","type_id":0}},
         {"SpecialToken":{"id":"</s>","type_id":0}}],
        "pair":[{"SpecialToken":{"id":"<s>","type_id":0}},{"Sequence":{"id":"A","type_id":0}},
         {"SpecialToken":{"id":"</s>","type_id":0}},{"SpecialToken":{"id":"</s>","type_id":0}},
         {"Sequence":{"id":"B","type_id":0}},{"SpecialToken":{"id":"</s>","type_id":0}}],
        "special_tokens":{"<s>":{"id":"<s>","ids":[0],"tokens":["<s>"]},
         "</s>":{"id":"</s>","ids":[2],"tokens":["</s>"]}}},
       "model":{"type":"Unigram","unk_id":3,"vocab":[["<s>",0],["<pad>",0],["</s>",0],["<unk>",-20],
        ["\\u2581boat",-2],["\\u2581green",-3],["\\u2581",-4],["boats",-9],["s",-5],["boat",-6]]}}
      """;

  /** As Qwen3-Embedding's: nothing before a text, and a token that ends it. */
  private static final String BYTE_PAIRS =
      """
      {"version":"1.0",
       "added_tokens":[
        {"id":0,"content":"<|endoftext|>","special":true,"single_word":false,"lstrip":false,"rstrip":false,"normalized":false}],
       "pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":true},
       "post_processor":{"type":"TemplateProcessing",
        "single":[{"Sequence":{"id":"A","type_id":0}},{"SpecialToken":{"id":"<|endoftext|>","type_id":0}}],
        "pair":[{"Sequence":{"id":"A","type_id":0}},{"Sequence":{"id":"B","type_id":0}},
         {"SpecialToken":{"id":"<|endoftext|>","type_id":0}}],
        "special_tokens":{"<|endoftext|>":{"id":"<|endoftext|>","ids":[0],"tokens":["<|endoftext|>"]}}},
       "model":{"type":"BPE","vocab":{"b":1,"o":2,"a":3,"t":4,"bo":5,"at":6,"boat":7,"\\u0120":8,"\\u0120boat":9},
        "merges":["b o","a t","bo at","\\u0120 boat"]}}
      """;

  @TempDir Path folder;

  private TestModel model(TokenTable table, String tokenizer) {
    return TestModel.of(
            folder, table.input("attention_mask").tokenOutput("last_hidden_state").build())
        .replacing(BertModel.TOKENIZER, tokenizer.getBytes(UTF_8))
        .dimensions(TokenTable.DIMENSIONS)
        .notNormalised();
  }

  private static Tokens tokenize(TestModel model, String text) {
    try (TextTokenizer tokenizer = TextTokenizer.open(model.installed())) {
      return tokenizer.tokenize(text);
    }
  }

  @Test
  void xlmRobertasPiecesAreTheLikeliest() {
    TestModel model = model(TokenTable.withRows(10), UNIGRAM);

    assertThat(tokenize(model, "Green boats boat").ids()).containsExactly(0, 5, 4, 8, 4, 2);
    assertThat(tokenize(model, "").ids()).containsExactly(0, 2);
    try (TextTokenizer tokenizer = TextTokenizer.open(model.installed())) {
      assertThat(tokenizer.tokenize("boat", "green").ids()).containsExactly(0, 4, 2, 2, 5, 2);
      assertThat(tokenizer.ids().highest()).isEqualTo(9);
    }
  }

  @Test
  void xlmRobertasVectorIsThatOfItsPieces() {
    TokenTable table = TokenTable.withRows(10);
    try (EmbeddingEngine engine = model(table, UNIGRAM).open()) {
      Embedding embedding = engine.embed("green boat", TextRole.DOCUMENT);

      for (int i = 0; i < TokenTable.DIMENSIONS; i++) {
        float sum = table.value(0, i) + table.value(5, i) + table.value(4, i) + table.value(2, i);
        assertThat(embedding.vector()[i]).isCloseTo(sum / 4, within(1e-6f));
      }
    }
  }

  @Test
  void aTableThatLacksThePiecesIsThatOfAnotherModel() {
    TestModel model = model(TokenTable.withRows(9), UNIGRAM);

    assertThatThrownBy(model::open)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its tokenizer is that of another model, whose token 9");
  }

  @Test
  void theTokenThatEndsATextStaysWhereItIsCut() {
    TokenTable table = TokenTable.withRows(10);
    TestModel model = model(table, BYTE_PAIRS).pooling(Pooling.LAST).maxTokens(4);

    assertThat(tokenize(model, "boat boat").ids()).containsExactly(7, 9, 0);
    assertThat(tokenize(model, "").ids()).containsExactly(0);
    try (EmbeddingEngine engine = model.open()) {
      Embedding cut = engine.embed("boat boat boat boat boat", TextRole.DOCUMENT);

      assertThat(cut.truncatedTokens()).isEqualTo(2);
      for (int i = 0; i < TokenTable.DIMENSIONS; i++) {
        assertThat(cut.vector()[i]).isEqualTo(table.value(0, i));
      }
    }
  }
}
