package dev.larder.maven.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.catalog.Selector;
import dev.larder.core.format.JsonWriter;
import dev.larder.core.store.Leftover;
import dev.larder.core.store.PrunePlan;
import dev.larder.core.store.UnusedModel;
import dev.larder.maven.pruning.Pruned.Deed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrunedTest {

  private final PrunePlan plan =
      new PrunePlan(
          List.of(
              new UnusedModel(
                  Selector.parse("minilm:gguf-q8_0@544f"),
                  Path.of("minilm"),
                  Instant.parse("2026-11-20T07:31:00Z"),
                  List.of(),
                  25_000_000)),
          List.of(new Leftover(Path.of("a.part"), "a", 1000)),
          40_001_000,
          15_000_000);

  @Test
  void saysWhatWasRemovedAndWhatIsLeft() {
    assertThat(new Pruned(plan, 20_000_000, Deed.DONE).lines())
        .containsExactly(
            "Removed:",
            "MODEL                  LAST USED   FREES",
            "minilm:gguf-q8_0@544f  2026-11-20  25.0 MB",
            "Removed what unfinished fetches left behind: 1 file, 1.0 kB",
            "The store takes 15.0 MB; it may take 20.0 MB");
  }

  @Test
  void saysWhatWouldBeRemovedAndWhyThatIsNotEnough() {
    assertThat(new Pruned(plan, 10_000_000, Deed.PLANNED).lines())
        .contains("Would remove:")
        .endsWith(
            "The store would take 15.0 MB instead of 40.0 MB; it may take 10.0 MB",
            "Projects of this machine lock the rest, or a fetch is under way");
  }

  @Test
  void theJsonHasBytesAndTimes() {
    String json =
        new String(
            JsonWriter.write(new Pruned(plan, 20_000_000, Deed.PLANNED)::writeJson),
            StandardCharsets.UTF_8);

    assertThat(json)
        .isEqualTo(
            """
            {
              "dryRun": true,
              "models": [
                {
                  "model": "minilm:gguf-q8_0@544f",
                  "lastUsed": "2026-11-20T07:31:00Z",
                  "freed": 25000000
                }
              ],
              "leftovers": 1,
              "leftoversFreed": 1000,
              "before": 40001000,
              "after": 15000000,
              "allowed": 20000000
            }
            """);
  }
}
