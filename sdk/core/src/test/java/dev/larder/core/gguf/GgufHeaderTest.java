package dev.larder.core.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.InterruptedCallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufHeaderTest {

  @TempDir private Path folder;

  @Test
  void saysWhatAnEncoderIs() throws IOException {
    GgufHeader header = read(SampleGguf.encoder());

    assertThat(header.version()).isEqualTo(3);
    assertThat(header.architecture()).isEqualTo("bert");
    assertThat(header.dimensions()).hasValue(384);
    assertThat(header.contextLength()).hasValue(512);
    assertThat(header.pooling()).contains(GgufPooling.MEAN);
    assertThat(header.tokenizer()).contains("bert");
    assertThat(header.chatTemplate()).isEmpty();
    assertThat(header.licence()).contains("apache-2.0");
  }

  @Test
  void saysWhatAChatModelIs() throws IOException {
    GgufHeader header = read(SampleGguf.chat());

    assertThat(header.version()).isEqualTo(2);
    assertThat(header.architecture()).isEqualTo("llama");
    assertThat(header.dimensions()).hasValue(64);
    assertThat(header.contextLength()).hasValue(2048);
    assertThat(header.pooling()).isEmpty();
    assertThat(header.tokenizer()).contains("gpt2");
    assertThat(header.chatTemplate()).contains("{% for message in messages %}\n{% endfor %}");
    assertThat(header.tensors()).isEmpty();
  }

  @Test
  void countsTensorsByTheirTypeTheOneWithTheMostWeightsFirst() throws IOException {
    GgufHeader header =
        read(
            SampleGguf.encoder()
                .tensor("a.bias", 0, 1152, 8)
                .tensor("b.bias", 0, 1184, 8)
                .data(1216));

    assertThat(header.tensors())
        .containsExactly(
            new GgufTensors(GgufType.Q8_0, 1, 1024), new GgufTensors(GgufType.F32, 3, 24));
  }

  @Test
  void tensorsMayLieInAnyOrderAndBeEmpty() throws IOException {
    GgufHeader header =
        read(
            SampleGguf.chat()
                .tensor("behind", 0, 32, 2)
                .tensor("before", 0, 0, 8)
                .tensor("nothing", 0, 32, 0)
                .data(40));

    assertThat(header.tensors()).containsExactly(new GgufTensors(GgufType.F32, 3, 10));
  }

  @Test
  void tensorsMayBeAlignedOtherwise() throws IOException {
    GgufHeader header =
        read(
            SampleGguf.chat()
                .number("general.alignment", 8)
                .tensor("one", 0, 0, 1)
                .tensor("two", 0, 8, 1)
                .data(64));

    assertThat(header.tensors()).containsExactly(new GgufTensors(GgufType.F32, 2, 2));
  }

  @Test
  void whatTheFileDoesNotSayIsNotKnown() throws IOException {
    GgufHeader header =
        read(
            SampleGguf.empty()
                .text("general.architecture", "nomic-bert")
                .text("nomic-bert.embedding_length", "768")
                .number("bert.context_length", 512)
                .number("nomic-bert.pooling_type", 77));

    assertThat(header.dimensions()).isEmpty();
    assertThat(header.contextLength()).isEmpty();
    assertThat(header.pooling()).isEmpty();
    assertThat(header.tokenizer()).isEmpty();
    assertThat(header.licence()).isEmpty();
  }

  @Test
  void aLicenceIsOneShortLineThatATerminalCanShow() throws IOException {
    for (String text : List.of("", "MIT\nPermission is", "MIT\u001b[2J", "M".repeat(257))) {
      assertThat(read(SampleGguf.chat().text("general.license", text)).licence()).isEmpty();
    }
  }

  @Test
  void numbersOfEveryWidthAreRead() throws IOException {
    assertThat(context(ValueTypes.UINT8, (byte) 200)).isEqualTo(200);
    assertThat(context(ValueTypes.INT8, (byte) 100)).isEqualTo(100);
    assertThat(context(ValueTypes.UINT16, (byte) 0, (byte) 0x80)).isEqualTo(32_768);
    assertThat(context(ValueTypes.INT16, (byte) 0, (byte) 2)).isEqualTo(512);
    assertThat(context(ValueTypes.INT32, SampleGguf.integer(4096))).isEqualTo(4096);
    assertThat(context(ValueTypes.INT64, SampleGguf.count(8192))).isEqualTo(8192);
  }

  @Test
  void aSoundFileIsNotCalledCorruptBecauseOfAnInterrupt() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> read(SampleGguf.encoder()))
        .isInstanceOf(InterruptedCallException.class)
        .hasMessageContaining("sample:gguf");
    assertThat(Thread.interrupted()).isTrue();
  }

  private int context(int type, byte... value) throws IOException {
    return read(SampleGguf.empty()
            .text("general.architecture", "gpt2")
            .value("gpt2.context_length", type, value))
        .contextLength()
        .orElseThrow();
  }

  private GgufHeader read(SampleGguf sample) throws IOException {
    return GgufHeader.read("sample:gguf", Files.write(folder.resolve("a.gguf"), sample.bytes()));
  }
}
