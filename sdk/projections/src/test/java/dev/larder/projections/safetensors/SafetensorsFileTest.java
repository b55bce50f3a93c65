package dev.larder.projections.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.InvalidFileException;
import dev.larder.api.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTest {

  @TempDir private Path folder;

  @Test
  void whatTheReferenceImplementationWroteIsRead() throws IOException {
    Safetensors read = file(reference()).read();

    assertThat(read.metadata()).containsOnly(Map.entry("model", "tiny:onnx-fp32"), note());
    assertThat(TensorRows.of(read.tensors(), "w1.weight"))
        .isDeepEqualTo(new float[][] {{0, 0.25f}, {0.5f, 0.75f}, {1, 1.25f}});
    assertThat(TensorRows.of(read.tensors(), "w2.bias")[0]).containsExactly(0.125f);
  }

  @Test
  void whatIsWrittenIsWhatTheReferenceImplementationWritesButForTheOrderOfTheMetadata()
      throws IOException {
    SafetensorsFile written = file(new byte[0]);
    written.write(
        new Safetensors(
            Map.of("model", "tiny:onnx-fp32", "note", "ü"),
            new TreeMap<>(
                Map.of(
                    "w1.weight",
                        Tensor.matrix(new float[][] {{0, 0.25f}, {0.5f, 0.75f}, {1, 1.25f}}),
                    "w1.bias", Tensor.vector(new float[] {-1, 0, 1}),
                    "w2.weight", Tensor.matrix(new float[][] {{1.5f, -2.5f, 3}}),
                    "w2.bias", Tensor.vector(new float[] {0.125f})))));

    String expected =
        latin(reference())
            .replace(
                latin(
                    "{\"note\":\"ü\",\"model\":\"tiny:onnx-fp32\"}"
                        .getBytes(StandardCharsets.UTF_8)),
                latin(
                    "{\"model\":\"tiny:onnx-fp32\",\"note\":\"ü\"}"
                        .getBytes(StandardCharsets.UTF_8)));
    assertThat(latin(Files.readAllBytes(written.path()))).isEqualTo(expected);
  }

  @Test
  void anInterruptedThreadCanWrite() throws IOException {
    SafetensorsFile written = file(new byte[0]);

    Thread.currentThread().interrupt();
    written.write(
        new Safetensors(Map.of(), new TreeMap<>(Map.of("w", Tensor.vector(new float[] {0.125f})))));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(TensorRows.of(written.read().tensors(), "w")[0]).containsExactly(0.125f);
  }

  @Test
  void numbersBeginAtAMultipleOfEightWhateverTheNames() throws IOException {
    for (String name : List.of("a", "ab", "abc", "abcdefgh")) {
      SafetensorsFile written = file(new byte[0]);
      written.write(
          new Safetensors(
              Map.of(),
              new TreeMap<>(
                  Map.of(
                      name,
                      Tensor.vector(new float[] {1}),
                      "bytes",
                      new Tensor(DataType.U8, List.of(3), ByteBuffer.allocate(3))))));

      ByteBuffer bytes =
          ByteBuffer.wrap(Files.readAllBytes(written.path())).order(ByteOrder.LITTLE_ENDIAN);
      assertThat(bytes.getLong() % 8).isZero();
      assertThat(TensorRows.of(written.read().tensors(), name)[0]).containsExactly(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0  | [] | its header does not begin with {",
        "0  | { | its header is not valid JSON",
        "0  | {\"a\":1} | a is not what it should be",
        "0  | {\"a\":{}} | a lacks its shape or the two data_offsets",
        "4  | {\"a\":{\"dtype\":\"F31\",\"shape\":[1],\"data_offsets\":[0,4]}} | a has no known dtype",
        "4  | {\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"x\":1}} | a has an unknown field, x",
        "4  | {\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} | a is not as long as its shape says",
        "4  | {\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}} | a has a negative number",
        "4  | {\"a\":{\"dtype\":\"F32\",\"shape\":[1.0],\"data_offsets\":[0,4]}} | a is not what it should be",
        "4  | {\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}} | a begins at 4, where 0 is free",
        "5  | {\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[1,5]}} | a begins at 1, where 0 is free",
        "5  | {\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | its tensors take 4 bytes, and it has 5",
        "3  | {\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | its tensors take 4 bytes, and it has 3",
        "0  | {\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536],\"data_offsets\":[0,0]}} | the shape [65536, 65536] is too large",
        "0  | {\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296],\"data_offsets\":[0,0]}} | the shape of a is too large",
        "4  | {\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[2,4]}} | b begins at 2, where 4 is free",
        "4  | {\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]}} | a name is there twice",
        "0  | {\"__metadata__\":{\"a\":1}} | __metadata__.a is not what it should be",
        "0  | {\"a\":[[[[[[]]]]]]} | a is not what it should be",
        "0  | {}x | something other than blanks follows its header",
        "4  | {\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,99999999999999999999999999]}} | its header is not valid JSON",
      })
  void aHeaderAgainstTheFormatIsRefused(int data, String header, String problem)
      throws IOException {
    SafetensorsFile file = file(bytes(header.strip().getBytes(StandardCharsets.UTF_8), data));

    assertThatThrownBy(file::read)
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining("train it again");
  }

  @Test
  void aHeaderLongerThanTheFileOrThanAnyLengthIsRefusedWithoutRoomForIt() throws IOException {
    for (long length : new long[] {9, 1 << 21, Long.MAX_VALUE, -1}) {
      ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      SafetensorsFile file = file(bytes.array());

      assertThatThrownBy(file::read)
          .isInstanceOf(InvalidFileException.class)
          .hasMessageContaining("its header would be " + Long.toUnsignedString(length));
    }
  }

  @Test
  void anyCutOfAFileIsRefused() throws IOException {
    byte[] whole = reference();
    for (int length = 0; length < whole.length; length++) {
      SafetensorsFile file = file(java.util.Arrays.copyOf(whole, length));

      assertThatThrownBy(file::read).isInstanceOf(InvalidFileException.class);
    }
  }

  @Test
  void textThatIsNotUtf8IsRefused() throws IOException {
    SafetensorsFile file = file(bytes(new byte[] {'{', '"', (byte) 0xff, '"', '}'}, 0));

    assertThatThrownBy(file::read)
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("its header is not UTF-8");
  }

  @Test
  void anEmptyFileOfTensorsAndTensorsWithoutElementsAreFine() throws IOException {
    assertThat(file(bytes("{}  ".getBytes(StandardCharsets.UTF_8), 0)).read().tensors()).isEmpty();
    assertThat(
            file(bytes(
                    "{\"a\":{\"dtype\":\"F32\",\"shape\":[0,3],\"data_offsets\":[0,0]},\"b\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[0,1]}}"
                        .getBytes(StandardCharsets.UTF_8),
                    1))
                .read()
                .tensors()
                .keySet())
        .containsExactly("a", "b");
  }

  @Test
  void aFileThatIsNotThereIsAMatterOfStorage() {
    SafetensorsFile file = new SafetensorsFile(folder.resolve("none"), "train it again");

    assertThatThrownBy(file::read).isInstanceOf(StorageException.class);
  }

  @Test
  void writingLeavesNothingButTheFile() throws IOException {
    SafetensorsFile file =
        new SafetensorsFile(folder.resolve("new/folder/a.safetensors"), "train it again");
    file.write(new Safetensors(Map.of(), new TreeMap<>()));

    try (Stream<Path> there = Files.list(folder.resolve("new/folder"))) {
      assertThat(there).containsExactly(file.path());
    }
  }

  private static Map.Entry<String, String> note() {
    return Map.entry("note", "ü");
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(byte[] header, int data) {
    return ByteBuffer.allocate(8 + header.length + data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .array();
  }

  private SafetensorsFile file(byte[] content) throws IOException {
    return new SafetensorsFile(
        Files.write(folder.resolve("a.safetensors"), content), "train it again");
  }

  /** Written by safetensors 0.8.0 from PyPI, with {@code safetensors.numpy.save}. */
  private static byte[] reference() throws IOException {
    try (InputStream input =
        SafetensorsFileTest.class.getResourceAsStream("reference.safetensors")) {
      return input.readAllBytes();
    }
  }
}
