package dev.larder.its.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceTest {

  private static final JavaCommand JAVA = JavaCommand.plain("-Xmx64m");

  @TempDir Path folder;

  @BeforeEach
  void skipWhereAProgramIsMissing() {
    assumeThat(Programs.missing()).isEmpty();
  }

  @Test
  void everybodyFetchesTheSameFile() throws Exception {
    Certificate certificate = Certificate.write(folder);
    try (FileServer server = FileServer.start(folder, certificate, 50_000_000)) {
      ServedFile file = ServedFile.write(server.root(), server.fast(), "some.bin", 3_000_001);
      try (Contestant warm =
          WarmLarder.start("warm", file.under(server.limited()), JAVA, certificate, folder)) {
        List<Contestant> contestants =
            List.of(
                ShellContestant.curlThenOpenssl(certificate),
                ShellContestant.aria2(certificate),
                new ColdLarder("cold", JAVA, certificate),
                warm);
        Results results = new Race("smoke", file, contestants, List.of()).run(1, folder);

        assertThat(results.runs())
            .containsOnlyKeys(contestants.stream().map(Contestant::name).toList())
            .allSatisfy((name, runs) -> assertThat(runs).hasSize(1));
        assertThat(results.table()).contains("| cold |");
        assertThat(new Goal("cold", "warm", 1e9).judge(results)).endsWith("missed");
      }
    }
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void aWrongFileIsNoResult() throws Exception {
    Certificate certificate = Certificate.write(folder);
    try (FileServer server = FileServer.start(folder, certificate, 50_000_000)) {
      ServedFile file = ServedFile.write(server.root(), server.fast(), "some.bin", 1000);
      Files.writeString(server.root().resolve("some.bin"), "other");
      Path own = Files.createDirectory(folder.resolve("run"));

      for (Contestant contestant :
          List.of(
              ShellContestant.curlThenOpenssl(certificate),
              ShellContestant.aria2(certificate),
              new ColdLarder("cold", JAVA, certificate))) {
        assertThatIOException().isThrownBy(() -> contestant.fetch(file, own));
        contestant.close();
      }
    }
  }
}
