package dev.larder.testkit.tiny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.gguf.GgufHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it writes is tested where llama.cpp runs it, in models-llama. */
class TinyChatModelTest {

  @TempDir private Path folder;

  @Test
  void itIsTheSameEveryTime() throws IOException {
    TinyChatModel.writeTo(folder.resolve("one"));
    TinyChatModel.writeTo(folder.resolve("two"));

    assertThat(folder.resolve("one").resolve(TinyChatModel.GGUF))
        .hasSameBinaryContentAs(folder.resolve("two").resolve(TinyChatModel.GGUF));
    assertThat(Files.size(folder.resolve("one").resolve(TinyChatModel.GGUF))).isLessThan(200_000);
  }

  @Test
  void itsHeaderSaysWhatItIs() throws IOException {
    TinyChatModel.writeTo(folder);

    GgufHeader header = GgufHeader.read("chat", folder.resolve(TinyChatModel.GGUF));

    assertThat(header.architecture()).isEqualTo("llama");
    assertThat(header.contextLength()).hasValue(TinyChatModel.maxTokens());
    assertThat(header.tokenizer()).hasValue("llama");
    assertThat(header.chatTemplate()).isPresent();
  }
}
