package dev.larder.maven.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    Table table = new Table().row("NAME", "SIZE").row("minilm", "25.0 MB").row("x", "");

    assertThat(table.lines()).containsExactly("NAME    SIZE", "minilm  25.0 MB", "x");
  }
}
