package dev.larder.core.gguf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.CorruptModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileGgufTest {

  @TempDir private Path folder;

  @Test
  void anotherFormatIsNamedAsSuch() throws IOException {
    assertRefused("PK\u0003\u0004 and so on".getBytes(UTF_8), "does not begin with the letters");
    assertRefused(new byte[0], "it ends within its header");
  }

  @Test
  void aFileThatIsNotThereIsNoModel() {
    assertThatThrownBy(() -> GgufHeader.read("sample:gguf", folder.resolve("nothing.gguf")))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("\"sample:gguf\"")
        .hasMessageContaining("its file cannot be read");
  }

  @Test
  void onlyTheVersionsThatAreInUseAreRead() throws IOException {
    assertRefused(SampleGguf.encoder().version(0), "version 0");
    assertRefused(SampleGguf.encoder().version(1), "version 1");
    assertRefused(SampleGguf.encoder().version(4), "version 4");
    assertRefused(SampleGguf.encoder().version(-1), "version 4294967295");
    assertRefused(SampleGguf.encoder().version(Integer.reverseBytes(3)), "it is big-endian");
  }

  @Test
  void aFileThatWasCutOffAnywhereIsRefused() {
    byte[] whole = SampleGguf.encoder().bytes();
    for (int length = 0; length < whole.length; length++) {
      ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> GgufHeader.of(bytes, bytes.limit()))
          .as("cut to %d bytes", length)
          .isInstanceOf(MalformedGgufException.class);
    }
  }

  @Test
  void numbersOfThingsAreComparedWithTheFilesLength() throws IOException {
    assertRefused(SampleGguf.encoder().moreTensors(1L << 60), "tensors, more than fit into it");
    assertRefused(SampleGguf.encoder().moreTensors(Long.MIN_VALUE), "922337203685477581");
    assertRefused(SampleGguf.encoder().moreEntries(1L << 60), "entries, more than fit into it");
    assertRefused(
        SampleGguf.empty().entry(SampleGguf.text(1L << 62, new byte[9]), ValueTypes.BOOL, one()),
        "claims 4611686018427387904 bytes of text");
    assertRefused(
        SampleGguf.empty().value("a.b", ValueTypes.STRING, SampleGguf.text(1L << 62, new byte[99])),
        "claims 4611686018427387904 bytes of text");
    assertRefused(
        SampleGguf.empty().array("a.b", ValueTypes.FLOAT64, 1L << 61, new byte[99]),
        "claims 2305843009213693952 numbers in an array");
    assertRefused(
        SampleGguf.empty().array("a.b", ValueTypes.STRING, 1L << 61, new byte[99]),
        "claims 2305843009213693952 texts in an array");
  }

  @Test
  void arraysOfArraysAreRefusedHoweverDeep() throws IOException {
    assertRefused(
        SampleGguf.encoder().array("a.b", ValueTypes.ARRAY, 1, new byte[1 << 16]),
        "its a.b is an array of arrays");
  }

  @Test
  void unknownTypesOfValuesAreRefused() throws IOException {
    assertRefused(SampleGguf.empty().value("a.b", 13, one()), "its a.b is of the unknown type 13");
    assertRefused(
        SampleGguf.empty().array("a.b", -1, 1, one()), "its a.b is of the unknown type 4294967295");
  }

  @Test
  void aKeyThatStandsThereTwiceIsRefused() throws IOException {
    assertRefused(
        SampleGguf.encoder().text("general.architecture", "llama"),
        "its key general.architecture stands there twice");
  }

  @Test
  void keysArePrintableAndShort() throws IOException {
    assertRefused(SampleGguf.empty().number("", 1), "has 0 bytes");
    assertRefused(SampleGguf.empty().number("k".repeat(1025), 1), "has 1025 bytes");
    assertRefused(SampleGguf.empty().number("a\u001b[2J", 1), "not printable ASCII");
    assertRefused(
        SampleGguf.empty()
            .value("general.name", ValueTypes.STRING, SampleGguf.text(1, new byte[] {(byte) 0xFF})),
        "not UTF-8");
  }

  @Test
  void moreEntriesThanAnyModelHasAreRefused() throws IOException {
    SampleGguf sample = SampleGguf.empty();
    for (int i = 0; i < 4097; i++) {
      sample.number("key." + i, i);
    }
    assertRefused(sample, "at most 4096 are read");
  }

  @Test
  void moreTensorsThanAnyModelHasAreRefused() throws IOException {
    SampleGguf sample = SampleGguf.chat();
    for (int i = 0; i < 65_537; i++) {
      sample.tensor("t" + i, 0, 0);
    }
    assertRefused(sample, "at most 65536 are read");
  }

  @Test
  void aTemplateThatIsLongerThanAnyIsRefused() throws IOException {
    assertRefused(
        SampleGguf.empty().text("tokenizer.chat_template", "x".repeat((1 << 20) + 1)),
        "its chat template has 1048577 bytes");
  }

  @Test
  void anArchitectureIsAWord() throws IOException {
    assertRefused(SampleGguf.empty(), "names no architecture");
    for (String name : List.of("", "Bert", "bert\n", "../bert", "b".repeat(65))) {
      assertRefused(SampleGguf.empty().text("general.architecture", name), "names no architecture");
    }
    assertRefused(SampleGguf.empty().number("general.architecture", 1), "names no architecture");
  }

  @Test
  void sizesAreNumbersOfSomething() throws IOException {
    for (long size : new long[] {0, -1, 1L << 31}) {
      assertRefused(
          SampleGguf.empty()
              .text("general.architecture", "phi3")
              .longNumber("phi3.embedding_length", size),
          "its phi3.embedding_length is " + Long.toUnsignedString(size));
    }
    assertRefused(SampleGguf.chat().number("general.alignment", 0), "its general.alignment is 0");
    assertRefused(SampleGguf.chat().number("general.alignment", 24), "no power of two");
  }

  @Test
  void everyTensorHasItsOwnPlaceInTheFile() throws IOException {
    assertRefused(
        SampleGguf.chat().tensor("a", 0, 0, 9).tensor("b", 0, 32, 8).data(96),
        "its tensor b overlaps another one");
    assertRefused(
        SampleGguf.chat().tensor("a", 0, 64, 8).data(64), "its tensor a lies outside the file");
    assertRefused(
        SampleGguf.chat().tensor("a", 0, 1L << 62, 8).data(64), "its tensor a lies outside");
    assertRefused(
        SampleGguf.chat().tensor("a", 0, Long.MIN_VALUE, 8).data(64), "its tensor a lies outside");
    assertRefused(
        SampleGguf.chat().tensor("a", 0, 4, 8).data(64),
        "its tensor a lies at 4, no multiple of 32");
    assertRefused(
        SampleGguf.chat().tensor("a", 0, 0, 8).tensor("a", 0, 32, 8).data(64),
        "its tensor a stands there twice");
  }

  @Test
  void aTensorsShapeIsOneThatAFileCanHold() throws IOException {
    assertRefused(SampleGguf.chat().tensor("a", 0, 0, 1L << 40, 1L << 40), "larger than any file");
    assertRefused(SampleGguf.chat().tensor("a", 1, 0, Long.MAX_VALUE), "larger than any file");
    assertRefused(SampleGguf.chat().tensor("a", 0, 0, -1), "larger than any file");
    assertRefused(SampleGguf.chat().tensor("a", 0, 0, 1, 1, 1, 1, 1), "has 5 dimensions");
    assertRefused(SampleGguf.chat().tensor("a", 8, 0, 31).data(64), "no blocks of Q8_0");
    assertRefused(SampleGguf.chat().tensor("a", 4, 0, 32).data(64), "of the unknown type 4");
    assertRefused(SampleGguf.chat().tensor("a", -1, 0, 32).data(64), "unknown type 4294967295");
    assertRefused(SampleGguf.chat().tensor("n".repeat(65), 0, 0, 1).data(64), "has 65 bytes");
    assertRefused(SampleGguf.chat().tensor("n\u001b", 0, 0, 1).data(64), "control characters");
  }

  @Test
  void aHeaderWithoutEndIsGivenUp() throws IOException {
    // Sixteen million empty texts, in a file that takes no room.
    assertGivenUp(ValueTypes.STRING, 1L << 24);
    assertGivenUp(ValueTypes.STRING, 1L << 29);
    assertGivenUp(ValueTypes.UINT8, 1L << 32);
  }

  private void assertGivenUp(int type, long length) throws IOException {
    Path file =
        Files.write(
            folder.resolve("a.gguf"),
            SampleGguf.empty().array("a.b", type, length, new byte[0]).bytes());
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(one()), 1L << 33);
    }

    assertThatThrownBy(() -> GgufHeader.read("sample:gguf", file))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its header is longer than the 134217728 bytes that are read");
  }

  private static byte[] one() {
    return new byte[] {1};
  }

  private void assertRefused(SampleGguf sample, String problem) throws IOException {
    assertRefused(sample.bytes(), problem);
  }

  private void assertRefused(byte[] bytes, String problem) throws IOException {
    Path file = Files.write(folder.resolve("a.gguf"), bytes);
    assertThatThrownBy(() -> GgufHeader.read("sample:gguf", file))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("\"sample:gguf\"")
        .hasMessageContaining(file.toString())
        .hasMessageContaining(problem);
  }
}
