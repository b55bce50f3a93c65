package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllocationTest {

  private static final int WORDS = 200;
  private static final int TIMES = 100;

  /** What a text's token vectors take: 202 tokens of 96 floats. */
  private static final long OUTPUT = 202 * 96 * 4;

  @TempDir Path folder;

  /** Apart from the vector only the tokenizer's answer, which is about 160 bytes a token. */
  @Test
  void neitherInputsNorOutputsAreAllocatedAnew() {
    String text = "boat ".repeat(WORDS);
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      embed(engine, text);
      long before = allocated();
      embed(engine, text);

      assertThat((allocated() - before) / TIMES).isLessThan(OUTPUT);
    }
  }

  private static void embed(EmbeddingEngine engine, String text) {
    for (int i = 0; i < TIMES; i++) {
      assertThat(engine.embed(text, TextRole.DOCUMENT).tokens()).isEqualTo(WORDS + 2);
    }
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
