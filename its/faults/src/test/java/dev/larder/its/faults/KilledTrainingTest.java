package dev.larder.its.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.archive.FileDigests;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training is killed at random, with SIGKILL, again and again. */
class KilledTrainingTest {

  private static final int KILLS = Integer.getInteger("faults.kills", 15);

  /** Some trainings take that long. */
  private static final int LATEST_MILLIS = 100;

  @TempDir private Path folder;

  @Test
  void theFileIsTheOldOneOrTheNewOneToTheBit() throws Exception {
    List<String> complete = new ArrayList<>();
    for (int seed : TrainingProcess.SEEDS) {
      TrainingProcess.train(folder, seed);
      complete.add(digest());
    }
    assertThat(complete.get(0)).isNotEqualTo(complete.get(1));
    long randomSeed = System.nanoTime();
    Random random = new Random(randomSeed);

    for (int kill = 0; kill < KILLS; kill++) {
      killWhileItTrains(random.nextInt(LATEST_MILLIS));
      assertThat(digest()).as("kill %d, seed %d", kill, randomSeed).isIn(complete);
    }
  }

  private String digest() throws IOException {
    return FileDigests.of(TrainingProcess.file(folder)).sha256();
  }

  private void killWhileItTrains(int millis) throws IOException, InterruptedException {
    Process process = TrainingProcess.start(folder);
    try (BufferedReader trained =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(trained.readLine()).isEqualTo("1");
      Thread.sleep(millis);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
