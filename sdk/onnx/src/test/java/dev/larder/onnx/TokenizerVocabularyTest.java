package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerVocabularyTest {

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
        "{ 'a' : [ true, -1.5e3, null, {'b':[]} ] ,\t'model' : {'vocab' : {'a' : 0 , 'b' : 12 } } }"
            + " | 12",
        "{'model':{'note':'\\\\','vocab':{'}\\'':1,'\\u00e9,':2,'\u2581:{':31}}} | 31",
        "{'text':'\\'model\\':','model':{'vocab':{'a':4,'[':2}}} | 4",
        "{'model':{'vocab':{'a':4,'b | 4",
        "{'model':null} | -1",
        "[] | -1"
      })
  void theHighestIdIsReadFromEveryKindOfVocabulary(String json, long highest) {
    byte[] bytes = json.replace('\'', '"').getBytes(UTF_8);

    assertThat(TokenizerVocabulary.ids(bytes).highest()).isEqualTo(highest);
  }
}
