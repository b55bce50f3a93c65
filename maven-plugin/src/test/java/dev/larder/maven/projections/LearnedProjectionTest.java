package dev.larder.maven.projections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.catalog.Selector;
import dev.larder.projections.Figures;
import dev.larder.projections.Origin;
import dev.larder.projections.Projection;
import dev.larder.projections.ProjectionFolder;
import dev.larder.projections.Recall;
import dev.larder.projections.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedProjectionTest {

  @TempDir private Path project;

  @Test
  void aProjectionIsToldWithItsModelAndWhatItBrings() {
    file("tiny", "semantic");

    assertThat(LearnedProjection.of(project))
        .singleElement()
        .satisfies(
            learned -> {
              assertThat(learned.line())
                  .isEqualTo(
                      "projection semantic of tiny:onnx-fp32: 96 to 8 dimensions,"
                          + " recall@10 0.90, without it 0.50");
              assertThat(learned.isOf("tiny")).isTrue();
              assertThat(learned.isOf("minilm")).isFalse();
            });
  }

  @Test
  void oneThatCannotBeReadHidesNoOther() throws IOException {
    Files.writeString(file("tiny", "broken"), "none");
    file("tiny", "semantic");

    assertThat(LearnedProjection.of(project)).hasSize(2);
    assertThat(LearnedProjection.of(project).get(0).line())
        .startsWith("projection broken: ")
        .endsWith("cannot be read; train it again");
  }

  @Test
  void aProjectWithoutThemHasNone() {
    assertThat(LearnedProjection.of(project)).isEmpty();
  }

  private Path file(String model, String name) {
    Path file = ProjectionFolder.ofProject(project).file(model, name);
    new Projection(
            Network.untaught(96, 20, 8, 1),
            new Origin(Selector.parse(model + ":onnx-fp32"), "a".repeat(64), "b".repeat(64)),
            new Figures(100, 10, 7, new Recall(0.25, 0.5), new Recall(0.75, 0.9)))
        .write(file);
    return file;
  }
}
