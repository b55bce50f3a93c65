package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerVocabularyTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'model':{'type':'BPE','vocab':{'a':0,'c':7,'b':3},'merges':['a b']}} | 7",
        "{'added_tokens':[{'id':9}],'model':{'merges':[['a','b']],'vocab':{'a':0}}} | 0",
        "{'model':{'type':'Unigram','unk_id':0,'vocab':[['<unk>',0.0],['a',-1.5]]}} | 1",
        "{'normalizer':{'model':{'vocab':{'a':5}}},'model':{'vocab':{}}} | -1",
        "{'model':{'type':'WordPiece'}} | -1",
        "{'model':null} | -1",
        "[] | -1"
      })
  void theHighestIdIsReadFromEveryKindOfVocabulary(String json, long highest) throws IOException {
    Path file = Files.writeString(folder.resolve("tokenizer.json"), json.replace('\'', '"'));

    assertThat(TokenizerVocabulary.highestId(file)).isEqualTo(highest);
  }
}
