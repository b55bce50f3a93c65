package dev.larder.maven.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.fetch.FileTransfer;
import dev.larder.maven.SampleStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final FileTransfer MODEL =
      new FileTransfer("minilm:gguf-q8_0", "model.gguf", 25_000_000L, 0);
  private static final FileTransfer CONFIGURATION =
      new FileTransfer("minilm:gguf-q8_0", "config.json", 1_000_000L, 500_000);
  private static final FileTransfer UNSIZED =
      new FileTransfer("minilm:gguf-q8_0", "unknown.bin", null, 0);

  private final AtomicLong clock = new AtomicLong();
  private final List<String> lines = new ArrayList<>();

  @Test
  void plainLinesTellStartHeartbeatAndEnd() {
    try (Progress progress = plain()) {
      progress.starts(MODEL);
      progress.receives(MODEL, 5_000_000);
      pass(Duration.ofSeconds(10));
      progress.show();
      progress.receives(MODEL, 25_000_000);
      pass(Duration.ofSeconds(3));
      progress.ends(MODEL);
    }

    assertThat(lines)
        .containsExactly(
            "Fetching minilm:gguf-q8_0 model.gguf, 25.0 MB",
            "minilm:gguf-q8_0 model.gguf: 20% of 25.0 MB, 500 kB/s, 40 s left",
            "minilm:gguf-q8_0 model.gguf: complete, 25.0 MB in 13 s");
  }

  @Test
  void unusualTermsAreNamedEvenWhereDownloadsAreNot() {
    try (Progress progress = progress(new SilentView(lines::add))) {
      progress.announces("small", "Apache-2.0");
      progress.announces("walled", "Walled Terms");
      progress.starts(MODEL);
      progress.announces("walled", "Walled Terms");
    }

    assertThat(lines)
        .containsExactly(
            "The licence of walled, Walled Terms, is not an open-source one: read it before you"
                + " use the model",
            "The repository of walled is gated: who fetches it has to accept its terms there"
                + " first");
  }

  @Test
  void severalFilesAreToldOneByOne() {
    try (Progress progress = plain()) {
      progress.starts(MODEL);
      progress.starts(UNSIZED);
      progress.receives(MODEL, 10_000_000);
      progress.receives(UNSIZED, 1_000_000);
      pass(Duration.ofSeconds(10));
      progress.show();
      progress.fails(UNSIZED);
      pass(Duration.ofSeconds(10));
      progress.show();
    }

    assertThat(lines.subList(2, 4))
        .containsExactlyInAnyOrder(
            "minilm:gguf-q8_0 model.gguf: 40% of 25.0 MB, 1.0 MB/s, 15 s left",
            "minilm:gguf-q8_0 unknown.bin: 1.0 MB, 100 kB/s");
    assertThat(lines).hasSize(5);
  }

  @Test
  void whatAnEarlierTryHasLeftIsNoSpeed() {
    try (Progress progress = plain()) {
      progress.starts(CONFIGURATION);
      progress.receives(CONFIGURATION, 600_000);
      pass(Duration.ofSeconds(10));
      progress.show();
    }

    assertThat(lines)
        .containsExactly(
            "Fetching minilm:gguf-q8_0 config.json, 1.0 MB, from 500 kB on",
            "minilm:gguf-q8_0 config.json: 60% of 1.0 MB, 10.0 kB/s, 40 s left");
  }

  @Test
  void theSpeedIsThatOfTheLastSeconds() {
    try (Progress progress = plain()) {
      progress.starts(MODEL);
      progress.receives(MODEL, 5_000_000);
      for (int i = 0; i < 3; i++) {
        pass(Duration.ofSeconds(10));
        progress.show();
      }
    }

    assertThat(lines.get(3)).endsWith("20% of 25.0 MB, nothing arrives");
  }

  @Test
  void aFileThatBeginsAgainHasNoNegativeSpeed() {
    try (Progress progress = plain()) {
      progress.starts(MODEL);
      progress.receives(MODEL, 5_000_000);
      pass(Duration.ofSeconds(10));
      progress.show();
      progress.receives(MODEL, 0);
      pass(Duration.ofSeconds(10));
      progress.show();
    }

    assertThat(lines.get(2)).endsWith("0% of 25.0 MB, waiting for the server");
  }

  @Test
  void theTimeBeforeTheFirstByteDoesNotCount() {
    try (Progress progress = plain()) {
      progress.starts(MODEL);
      pass(Duration.ofSeconds(10));
      progress.show();
      progress.receives(MODEL, 5_000_000);
      pass(Duration.ofSeconds(10));
      progress.show();
    }

    assertThat(lines.get(1)).endsWith("0% of 25.0 MB, waiting for the server");
    assertThat(lines.get(2)).endsWith("20% of 25.0 MB, 500 kB/s, 40 s left");
  }

  @Test
  void aWaitSaysWhoIsWaitedFor() {
    try (Progress progress = plain()) {
      progress.waits("minilm:gguf-q8_0", "process 4711, since 2026-11-20T07:31:00Z");
    }

    assertThat(lines)
        .containsExactly(
            "Waiting for minilm:gguf-q8_0, which is being fetched by process 4711, since"
                + " 2026-11-20T07:31:00Z");
  }

  @Test
  void aWaitIsToldWhereDownloadsAreNot() {
    TermsNotice terms = new TermsNotice(() -> SampleStore.CATALOG, lines::add);
    try (Progress progress = Style.SILENT.progress(terms, lines::add)) {
      progress.starts(MODEL);
      progress.waits("minilm:gguf-q8_0", "process 4711, since 2026-11-20T07:31:00Z");
      progress.ends(MODEL);
    }

    assertThat(lines)
        .containsExactly(
            "Waiting for minilm:gguf-q8_0, which is being fetched by process 4711, since"
                + " 2026-11-20T07:31:00Z");
  }

  @Test
  void aBarIsOneLineThatLeavesNothingBehind() {
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    PrintStream output = new PrintStream(terminal, true, StandardCharsets.UTF_8);
    try (Progress progress = progress(new BarView(output, lines::add))) {
      progress.starts(MODEL);
      progress.receives(MODEL, 12_500_000);
      pass(Duration.ofSeconds(1));
      progress.show();
      progress.starts(UNSIZED);
      progress.show();
      progress.ends(UNSIZED);
      progress.ends(MODEL);
    }

    String[] drawn = terminal.toString(StandardCharsets.UTF_8).split("\r", -1);
    assertThat(drawn[1])
        .isEqualTo("model.gguf [==========          ] 50% of 25.0 MB, 12.5 MB/s, 1 s left");
    assertThat(drawn[2]).startsWith("2 files 12.5 MB, 12.5 MB/s").hasSameSizeAs(drawn[1]);
    assertThat(drawn[3]).isBlank();
    assertThat(drawn[4]).isEmpty();
    assertThat(terminal.toString(StandardCharsets.UTF_8)).doesNotContain("\n");
    assertThat(lines).isEmpty();
  }

  @Test
  void aBarIsNeverWiderThanATerminal() {
    FileTransfer deep = new FileTransfer("m", "a/".repeat(100) + "model.gguf", Long.MAX_VALUE, 0);
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    PrintStream output = new PrintStream(terminal, true, StandardCharsets.UTF_8);
    try (Progress progress = progress(new BarView(output, lines::add))) {
      progress.starts(deep);
      progress.receives(deep, 1);
      pass(Duration.ofSeconds(1));
      progress.show();
    }

    assertThat(terminal.toString(StandardCharsets.UTF_8).split("\r"))
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
  }

  private Progress plain() {
    return progress(new PlainView(lines::add));
  }

  private Progress progress(ProgressView view) {
    return new Progress(view, new TermsNotice(() -> SampleStore.CATALOG, lines::add), clock::get);
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }
}
