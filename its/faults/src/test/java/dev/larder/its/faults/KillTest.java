package dev.larder.its.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.lock.LockedFile;
import dev.larder.testkit.hub.LoggedRequest;
import dev.larder.testkit.hub.StandInHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fetch is killed at random, with SIGKILL, again and again. */
class KillTest {

  private static final int KILLS = Integer.getInteger("faults.kills", 15);
  private static final long NETWORK_BYTES = 48L << 20;

  /** A process has hardly begun before the first and has mostly finished after the second. */
  private static final int EARLIEST_MILLIS = 250;

  private static final int LATEST_MILLIS = 1600;

  @TempDir private Path folder;

  @Test
  void aKillLeavesTheOldStateOrTheNewOneAndTheNextRunGoesOn() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int left = KILLS;
    for (int round = 0; left > 0; round++) {
      left -= killUntilItIsFinished(folder.resolve("round-" + round), left, random, seed);
    }
  }

  /**
   * Kills a fetch until one gets through before its time, or there were enough kills; how many
   * there were.
   */
  private static int killUntilItIsFinished(Path folder, int most, Random random, long seed)
      throws Exception {
    Files.createDirectories(folder);
    try (StandInHub hub = StandInHub.start()) {
      ModelOnHub model = ModelOnHub.on(hub, NETWORK_BYTES);
      Path lock = folder.resolve("models.lock");
      model.writeLock(lock);
      FetchingProcess fetching = new FetchingProcess(folder, hub);
      StoreCheck check = new StoreCheck(folder.resolve("store"));
      int kills = 0;
      while (true) {
        Map<LockedFile, Long> partials = partials(model, check);
        List<LockedFile> complete = model.locked.files().stream().filter(check::hasBlob).toList();
        hub.log().clear();
        Process process = fetching.start(lock, check.store(), 1);
        boolean finished =
            kills == most
                ? process.waitFor(5, TimeUnit.MINUTES)
                : waitForTheMoment(process, check, model, random);
        process.destroyForcibly().waitFor();

        check.isConsistent(model.locked);
        goesOnWhereItWas(hub, partials, complete, "seed " + seed);
        if (finished) {
          assertThat(process.exitValue()).isZero();
          check.isFinished(model.locked);
          return kills;
        }
        kills++;
      }
    }
  }

  /** Waits for a moment to kill the process; whether it has ended by itself. */
  private static boolean waitForTheMoment(
      Process process, StoreCheck check, ModelOnHub model, Random random)
      throws InterruptedException {
    if (random.nextBoolean()) {
      return process.waitFor(random.nextInt(EARLIEST_MILLIS, LATEST_MILLIS), TimeUnit.MILLISECONDS);
    }
    return waitForBytes(
        process, check, model.locked.files().get(0), random.nextLong(NETWORK_BYTES));
  }

  /** Waits until so much of a file has come, or the process has ended; whether it has. */
  private static boolean waitForBytes(
      Process process, StoreCheck check, LockedFile file, long bytes) throws InterruptedException {
    while (process.isAlive() && check.partialSize(file) < bytes && !check.hasBlob(file)) {
      Thread.sleep(1);
    }
    return !process.isAlive();
  }

  private static Map<LockedFile, Long> partials(ModelOnHub model, StoreCheck check) {
    Map<LockedFile, Long> sizes = new HashMap<>();
    for (LockedFile file : model.locked.files()) {
      sizes.put(file, check.partialSize(file));
    }
    return sizes;
  }

  /** Nothing that is complete is asked for, and nothing before the end of what is there. */
  private static void goesOnWhereItWas(
      StandInHub hub, Map<LockedFile, Long> partials, List<LockedFile> complete, String seed) {
    for (LockedFile file : complete) {
      assertThat(hub.log().downloads(file.path())).as(seed).isEmpty();
    }
    partials.forEach(
        (file, size) ->
            assertThat(hub.log().downloads(file.path()))
                .as("%s, %s from %d", seed, file.path(), size)
                .allMatch(request -> firstByte(request) >= size));
  }

  private static long firstByte(LoggedRequest request) {
    String range = request.range();
    return range == null
        ? 0
        : Long.parseLong(range.substring("bytes=".length(), range.indexOf('-')));
  }

  /** A store that a kill left is finished by one run that is left alone. */
  @Test
  void theRunAfterAKillFinishes() throws IOException, InterruptedException {
    try (StandInHub hub = StandInHub.start()) {
      ModelOnHub model = ModelOnHub.on(hub, NETWORK_BYTES);
      Path lock = folder.resolve("models.lock");
      model.writeLock(lock);
      FetchingProcess fetching = new FetchingProcess(folder, hub);
      StoreCheck check = new StoreCheck(folder.resolve("store"));
      LockedFile network = model.locked.files().get(0);

      Process killed = fetching.start(lock, check.store(), 1);
      while (killed.isAlive() && check.partialSize(network) == 0) {
        Thread.sleep(5);
      }
      killed.destroyForcibly().waitFor();
      Process last = fetching.start(lock, check.store(), 1);

      assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(last.exitValue()).isZero();
      check.isFinished(model.locked);
    }
  }
}
