package dev.larder.projections.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.InvalidFileException;
import dev.larder.api.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleFileTest {

  @TempDir private Path folder;

  @Test
  void pairsAndTripletsAreReadLineByLine() throws IOException {
    assertThat(
            file("{\"anchor\":\"ä\",\"positive\":\"b\"}\n\n{\"positive\":\"d\",\"anchor\":\"c\"}")
                .read())
        .containsExactly(
            new Example("ä", "b", Optional.empty()), new Example("c", "d", Optional.empty()));
    assertThat(file("{\"anchor\":\"a\",\"positive\":\"b\",\"negative\":\"c\"}\r\n").read())
        .containsExactly(new Example("a", "b", Optional.of("c")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"anchor\":\"a\"} | \"positive\" is missing",
        "{\"anchor\":\"a\",\"positive\":1} | \"positive\" is not a text",
        "{\"anchor\":\"a\",\"positive\":\"b\",\"label\":\"c\"} | \"label\" is not a field of an example",
        "{\"anchor\":\"a\",\"positive\":\"b\",\"anchor\":\"c\"} | \"anchor\" is there twice",
        "{\"anchor\":\"a\",\"positive\":\"b\",\"negative\":\"c\"} | either all lines have a negative, or none",
        "{\"anchor\":\"a\",\"positive\":\"b\"} {} | something follows the object",
        "{\"anchor\":\"a\",\"positive\":[[[]]]} | \"positive\" is not a text",
        "[] | it is not an object",
      })
  void aWrongLineIsRefusedWithItsNumber(String line, String problem) throws IOException {
    ExampleFile file = file("{\"anchor\":\"a\",\"positive\":\"b\"}\n" + line);

    assertThatThrownBy(file::read)
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("line 2: " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"anchor\":\"a\",\"positive\":\"b\"} x | column 31: something else should be there",
        "{\"anchor\":\"a | column 13: a text has no end",
      })
  void aLineThatIsNotJsonIsRefusedWithItsPlaceInTheFile(String line, String problem)
      throws IOException {
    ExampleFile file = file("{\"anchor\":\"a\",\"positive\":\"b\"}\n" + line);

    assertThatThrownBy(file::read)
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("it is not valid JSON in line 2, " + problem);
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Path path = Files.write(folder.resolve("examples.jsonl"), new byte[] {'{', (byte) 0xff});

    assertThatThrownBy(new ExampleFile(path)::read)
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("it is not text in UTF-8");
  }

  @Test
  void aFileThatIsNotThereIsAMatterOfStorage() {
    assertThatThrownBy(new ExampleFile(folder.resolve("none"))::read)
        .isInstanceOf(StorageException.class);
  }

  private ExampleFile file(String text) throws IOException {
    return new ExampleFile(Files.writeString(folder.resolve("examples.jsonl"), text));
  }
}
