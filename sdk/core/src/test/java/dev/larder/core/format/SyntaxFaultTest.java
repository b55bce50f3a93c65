package dev.larder.core.format;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import dev.larder.api.InvalidFileException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxFaultTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{~\"a\": \"x              | ` in line 2, column 8: a text has no end`",
        "{\"a\": 1,}               | ` in line 1, column 9: something else should be there`",
        "{\"a\": tru}              | ` in line 1, column 7: something else should be there`",
        "{\"a\": 01}               | ` in line 1, column 8: a number begins with 0`",
        "{\"a\": \"x~y\"}          | ` in line 1, column 9: a text has a line break or a control character in it`",
        "{\"a\": \"\\q\"}          | ` in line 1, column 9: a backslash stands before what needs none`",
        "{\"a\": 1                 | ` in line 1, column 8: it ends too early`",
        "<<<<<<< HEAD              | ` in line 1, column 1: something else should be there`",
        "{\"a\":1}}                | ` in line 1, column 8: something else should be there`",
        "{\"a\":1,\"a\":2}         | ` in line 1, column 13: \"a\" is there twice`",
        "{\"a\":[[[[[[[[[[[[]]]]]]]]]]]]} | : it is nested too deeply",
      })
  void whatIsWrongWithJsonIsSaidInPlainWords(String text, String problem) {
    requireRefused(StrictReader.json(1, "mend it"), text, "it is not valid JSON" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = \"x                   | ` in line 1, column 7: it ends too early`",
        "a = 1~a = 2               | ` in line 2, column 6: a name is there twice`",
        "a = tru                   | ` in line 1, column 5: something else should be there`",
        "a = 01                    | ` in line 1, column 5: a number begins with 0`",
        "[a~b = 1                  | ` in line 1, column 3: the line ends too early`",
        "<<<<<<< HEAD              | ` in line 1, column 1: something else should be there`",
        "[a]~[a]                   | ` in line 2, column 3: a name is there twice`",
        "a = 1 b = 2               | ` in line 1, column 7: something follows a value in its line`",
        "= 1                       | ` in line 1, column 1: something else should be there`",
      })
  void whatIsWrongWithTomlIsSaidInPlainWords(String text, String problem) {
    requireRefused(StrictReader.toml(1, "mend it"), text, "it is not valid TOML" + problem);
  }

  private static void requireRefused(StrictReader reader, String text, String problem) {
    byte[] bytes = text.replace('~', '\n').getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(bytes), "file", fields -> 1))
        .isInstanceOf(InvalidFileException.class)
        .hasCauseInstanceOf(JacksonException.class)
        .hasMessage(
            "[Models/InvalidFile] File file cannot be used: %s.\n  To fix: mend it\n  More: docs/errors/InvalidFile.md"
                .formatted(problem));
  }
}
