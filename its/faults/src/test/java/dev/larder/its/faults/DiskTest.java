package dev.larder.its.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.testkit.hub.StandInHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full or cannot be written, in mount namespaces of the test's own. */
class DiskTest {

  @TempDir private Path folder;
  private Path disk;

  @BeforeEach
  void needsMounts() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    Process trial = new ProcessBuilder(inNamespace("mount -t tmpfs tmpfs " + disk, "true")).start();
    assumeTrue(trial.waitFor() == 0, "this machine lets nobody mount a disk in a namespace");
  }

  @Test
  void aDiskThatIsTooSmallIsNoticedBeforeTheFirstByte() throws Exception {
    try (StandInHub hub = StandInHub.start()) {
      String output = fetch(hub, "mount -t tmpfs -o size=24m tmpfs " + disk);

      assertThat(output).contains("[Models/Storage]", "no space is left", "are needed");
      assertThat(hub.log().downloads("model.onnx")).isEmpty();
    }
  }

  @Test
  void aDiskThatOthersFillMeanwhileIsAStorageProblem() throws Exception {
    try (StandInHub hub = StandInHub.start()) {
      String output =
          fetch(
              hub,
              // There is room when it is asked for; then somebody else takes it.
              "mount -t tmpfs -o size=64m tmpfs "
                  + disk
                  + "; (while ! ls "
                  + disk
                  + "/cache/partial/*.part; do :; done; head -c 60m /dev/zero > "
                  + disk
                  + "/other) >/dev/null 2>&1 & true");

      assertThat(output).contains("[Models/Storage]", "no space is left");
    }
  }

  @Test
  void aStoreThatCannotBeWrittenIsAStorageProblem() throws Exception {
    try (StandInHub hub = StandInHub.start()) {
      String output = fetch(hub, "mount -t tmpfs -o ro tmpfs " + disk);

      assertThat(output).contains("[Models/Storage]", "it is read-only");
    }
  }

  private String fetch(StandInHub hub, String mount) throws IOException, InterruptedException {
    ModelOnHub model = ModelOnHub.on(hub, 32L << 20);
    Path lock = folder.resolve("models.lock");
    model.writeLock(lock);
    FetchingProcess fetching = new FetchingProcess(folder, hub);
    Process process = fetching.start(inNamespace(mount, "exec \"$@\""), lock, disk, 1);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isOne();
    try (var logs = Files.newDirectoryStream(folder, "process-*.log")) {
      return Files.readString(logs.iterator().next());
    }
  }

  private static List<String> inNamespace(String mount, String then) {
    return List.of("unshare", "--mount", "sh", "-c", mount + "; " + then, "sh");
  }
}
