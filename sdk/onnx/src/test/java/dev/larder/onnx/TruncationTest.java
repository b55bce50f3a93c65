package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.core.engine.TruncationNotice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruncationTest {

  private static final String LONG = "boat ".repeat(300);
  private static final Logger LOGGER = Logger.getLogger(TruncationNotice.class.getName());

  @TempDir Path folder;

  private final Records records = new Records();

  @BeforeEach
  void listen() {
    LOGGER.addHandler(records);
    LOGGER.setUseParentHandlers(false);
  }

  @AfterEach
  void listenNoMore() {
    LOGGER.setUseParentHandlers(true);
    LOGGER.removeHandler(records);
  }

  @Test
  void anOverlongTextHasTheVectorOfWhatTheModelReads() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      Embedding cut = engine.embed(LONG, TextRole.DOCUMENT);
      Embedding fitting = engine.embed("boat ".repeat(254), TextRole.DOCUMENT);

      assertThat(cut.tokens()).isEqualTo(256);
      assertThat(cut.truncatedTokens()).isEqualTo(46);
      assertThat(fitting.truncatedTokens()).isZero();
      assertThat(cut.vector()).containsExactly(fitting.vector(), within(1e-6f));
      assertThat(engine.countTokens(LONG, TextRole.DOCUMENT)).isEqualTo(302);
    }
  }

  @Test
  void anEngineWarnsOnceAndDoesNotRepeatTheText() {
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      engine.embed("boat", TextRole.DOCUMENT);
      assertThat(records.lines).isEmpty();

      engine.embedAll(List.of(LONG, LONG), TextRole.DOCUMENT);
      engine.embed(LONG, TextRole.QUERY);

      assertThat(records.lines)
          .singleElement()
          .asString()
          .contains("tiny:onnx-fp32 reads 256 tokens")
          .contains("46 more")
          .doesNotContain("boat");
    }
  }

  private static final class Records extends Handler {

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void publish(LogRecord record) {
      if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
        lines.add(new SimpleFormatter().formatMessage(record));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
