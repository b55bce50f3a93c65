package dev.larder.testkit.tiny;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.gguf.GgufHeader;
import dev.larder.core.gguf.GgufPooling;
import dev.larder.core.gguf.GgufTensors;
import dev.larder.core.gguf.GgufType;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TinyModelHeaderTest {

  @Test
  void theGgufFileSaysWhatTheModelIs(@TempDir Path folder) throws IOException {
    TinyModel.writeTo(folder);

    GgufHeader header = GgufHeader.read("tiny:gguf-q8_0", folder.resolve(BertModel.GGUF));

    assertThat(header.version()).isEqualTo(3);
    assertThat(header.architecture()).isEqualTo("bert");
    assertThat(header.dimensions()).hasValue(TinyModel.dimensions());
    assertThat(header.contextLength()).hasValue(TinyModel.maxTokens());
    assertThat(header.pooling()).contains(GgufPooling.MEAN);
    assertThat(header.tensors())
        .extracting(GgufTensors::type)
        .containsExactly(GgufType.Q8_0, GgufType.F32);
    assertThat(header.tokenizer()).contains("bert");
    assertThat(header.chatTemplate()).isEmpty();
    assertThat(header.licence()).contains("apache-2.0");
  }
}
