package dev.larder.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaCheckTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'type': 'object', 'title': 'A boat', 'description': 'with words', 'x-own': 1}",
        "{'type': ['string', 'null']}",
        "{'enum': ['a', 1, null]}",
        "{'type': 'string', 'const': 'a'}",
        "{'type': 'object', 'properties': {'a': {'type': 'number'}}, 'required': ['a']}",
        "{'type': 'object', 'additionalProperties': {'type': 'integer'}}",
        "{'type': 'array', 'items': {'type': 'string'}, 'minItems': 1, 'maxItems': 4}",
        "{'prefixItems': [{'type': 'string'}, {'type': 'null'}]}",
        "{'type': 'string', 'minLength': 2, 'maxLength': 40}",
        "{'type': 'string', 'format': 'date'}",
        "{'type': 'string', 'pattern': '^[A-Z]{2}-(a|b)+[0-9_]*\\\\.$'}",
        "{'type': 'integer', 'minimum': 0, 'exclusiveMaximum': 10}",
        "{'anyOf': [{'type': 'string'}, {'type': 'null'}]}",
        "{'$ref': '#/$defs/Node', '$defs': {'Node': {'type': 'object', 'properties':"
            + " {'next': {'anyOf': [{'$ref': '#/$defs/Node'}, {'type': 'null'}]}}}}}",
        "{'properties': {'home': {'$ref': '#/$defs/home'}}, '$defs': {'home': {'type': 'null'}}}"
      })
  void whatIsKeptToPasses(String schema) {
    String json = schema.replace('\'', '"');

    assertThat(ChatJson.schema(json)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "{'type': 'unheard of'}; has no \"type\" that llama.cpp knows",
        "{'type': 'string', 'not': {'const': 'a'}}; \"not\", which llama.cpp would leave out",
        "{'type': 'number', 'minimum': 5}; has \"minimum\"",
        "{'type': 'number', 'multipleOf': 5}; has \"multipleOf\"",
        "{'type': 'integer', 'minimum': 0.5}; \"minimum\" 0.5, which llama.cpp would change",
        "{'type': 'integer', 'minimum': 1, 'exclusiveMinimum': 5}; has \"exclusiveMinimum\"",
        "{'type': 'array', 'items': {}, 'uniqueItems': true}; has \"uniqueItems\"",
        "{'type': 'array', 'minItems': 2}; has \"minItems\"",
        "{'type': 'array', 'items': {}, 'maxItems': 1000000}; 0 to 10000 are kept to",
        "{'type': 'array', 'items': true}; is no object",
        "{'type': ['string', 'null'], 'maxLength': 5}; has \"maxLength\"",
        "{'type': 'string', 'enum': ['a', 1]}; has a \"enum\" that is not of its \"type\"",
        "{'type': 'object', 'required': ['a']}; has \"required\"",
        "{'properties': {'a': {}}, 'required': ['b']}; requires \"b\"",
        "{'properties': {'a': {'type': 'string', 'if': {}}}}; schema at a has \"if\"",
        "{'anyOf': [{'type': 'null'}], 'type': 'string'}; has \"type\"",
        "{'oneOf': [{'type': 'null'}]}; llama.cpp would take for \"anyOf\"",
        "{'allOf': [{'type': 'null'}]}; has \"allOf\"",
        "{'type': 'string', 'pattern': 'a'}; has a \"pattern\" of more than",
        "{'type': 'string', 'pattern': '^a(?!b)$'}; has a \"pattern\" of more than",
        "{'type': 'string', 'pattern': '^.*$'}; has a \"pattern\" of more than",
        "{'type': 'string', 'pattern': '^a*?$'}; has a \"pattern\" of more than",
        "{'type': 'string', 'format': 'date', 'minLength': 4}; has \"minLength\"",
        "{'$ref': 'https://example.com/a'}; which llama.cpp may mistake",
        "{'$ref': '#/$defs/string', '$defs': {'string': {'type': 'null'}}}; may mistake",
        "{'$ref': '#/$defs/a'}; which leads nowhere",
        "{'properties': {'a': {'type': 'null'}, 'b': {'$ref': '#/$defs/a'}}, '$defs': {'a':"
            + " {'type': 'string'}}}; may mistake",
        "{'type': 'string', 'type': 'null'}; a name is there twice"
      })
  void whatIsNotKeptToIsRefusedByName(String schema, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChatJson.schema(schema.replace('\'', '"')))
        .withMessageContaining(problem);
  }
}
