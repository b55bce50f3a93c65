package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.larder.testkit.tiny.BertModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTokenizerTest {

  private static final String LONG = "the green boat and the bread ".repeat(30);

  @TempDir Path folder;

  @Test
  void theTokenizerFilesOwnLimitAndPaddingAreOverruled() throws IOException {
    TestModel model = TestModel.tiny(folder);
    File file = folder.resolve(BertModel.TOKENIZER).toFile();
    ObjectMapper json = new ObjectMapper();
    ObjectNode root = (ObjectNode) json.readTree(file);
    root.putObject("truncation")
        .put("direction", "Right")
        .put("max_length", 5)
        .put("strategy", "LongestFirst")
        .put("stride", 0);
    root.putObject("padding")
        .put("direction", "Right")
        .putNull("pad_to_multiple_of")
        .put("pad_id", 0)
        .put("pad_type_id", 0)
        .put("pad_token", "[PAD]")
        .putObject("strategy")
        .put("Fixed", 128);
    json.writeValue(file, root);

    try (TextTokenizer tokenizer = TextTokenizer.open(model.installed())) {
      assertThat(tokenizer.tokenize("boat").length()).isEqualTo(3);
      assertThat(tokenizer.tokenize(LONG).length()).isEqualTo(182);
    }
  }

  @Test
  void aLongTextIsCutAtItsEndAndStillEndsWithTheSpecialToken() {
    try (TextTokenizer tokenizer = TextTokenizer.open(TestModel.tiny(folder).installed())) {
      Tokens whole = tokenizer.tokenize(LONG);
      Tokens cut = whole.cutTo(10);

      assertThat(cut.length()).isEqualTo(10);
      assertThat(cut.typeIds()).hasSize(10);
      assertThat(Arrays.copyOf(cut.ids(), 9)).isEqualTo(Arrays.copyOf(whole.ids(), 9));
      assertThat(cut.ids()[9]).isEqualTo(whole.ids()[whole.length() - 1]);
    }
  }

  @Test
  void theSpecialTokensOfAnEmptyTextAreItsBeginningAndItsEnd() {
    try (TextTokenizer tokenizer = TextTokenizer.open(TestModel.tiny(folder).installed())) {
      assertThat(tokenizer.tokenize("").length()).isEqualTo(2);
      assertThat(tokenizer.tokenize("").closing()).isEqualTo(1);
      assertThat(tokenizer.tokenize(LONG).closing()).isEqualTo(1);
    }
  }

  @Test
  void theHighestIdIsThatOfTheVocabulary() {
    try (TextTokenizer tokenizer = TextTokenizer.open(TestModel.tiny(folder).installed())) {
      assertThat(tokenizer.ids().highest()).isEqualTo(TokenTable.TINY_VOCABULARY - 1);
    }
  }
}
