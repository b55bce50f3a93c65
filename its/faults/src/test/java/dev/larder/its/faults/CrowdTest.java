package dev.larder.its.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.lock.LockedFile;
import dev.larder.testkit.hub.StandInHub;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdTest {

  private static final int PROCESSES = 8;
  private static final int THREADS = 8;

  @TempDir private Path folder;

  @Test
  void manyProcessesWithManyThreadsShareOneDownload() throws Exception {
    try (StandInHub hub = StandInHub.start()) {
      ModelOnHub model = ModelOnHub.on(hub, 64L << 20);
      Path lock = folder.resolve("models.lock");
      model.writeLock(lock);
      FetchingProcess fetching = new FetchingProcess(folder, hub);
      StoreCheck check = new StoreCheck(folder.resolve("store"));

      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < PROCESSES; i++) {
        processes.add(fetching.start(lock, check.store(), THREADS));
      }
      for (Process process : processes) {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
      }

      check.isFinished(model.locked);
      for (LockedFile file : model.locked.files()) {
        assertThat(hub.log().downloads(file.path()))
            .filteredOn(request -> request.offset() == 0)
            .hasSize(1);
        // What is on its way when a connection is given up for another is sent twice.
        assertThat(hub.log().bytesServedAgain(file.path())).isLessThan(file.size() / 4);
      }
      assertThat(hub.log().leaks()).isEmpty();
    }
  }
}
