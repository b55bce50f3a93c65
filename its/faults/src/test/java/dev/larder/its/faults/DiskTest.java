package dev.larder.its.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.testkit.hub.StandInHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  @Test
  void aDiskThatIsFullUnderAProjectIsNoFaultOfTheStore() throws Exception {
    try (StandInHub hub = StandInHub.start()) {
      Path lock = disk.resolve("models.lock");
      ModelOnHub.on(hub, 1024).writeLock(folder.resolve("models.lock"));

      String output =
          run(
              hub,
              "mount -t tmpfs -o size=64k tmpfs %1$s && cp %2$s/models.lock %1$s; head -c 64k /dev/zero > %1$s/other"
                  .formatted(disk, folder),
              "\"$@\"; cmp %2$s/models.lock %1$s/models.lock && ls -A %1$s".formatted(disk, folder),
              folder.resolve("store"),
              lock,
              "rewrite");

      assertThat(output)
          .contains("no space is left", "Path: " + lock, "To fix: make room on its disk\n")
          .endsWith("models.lock\nother\n")
          .doesNotContain("LARDER_MODELS_DIR");
    }
  }

  /** Places where a file of one folder can have no second name in another one. */
  private enum WithoutLinks {
    TWO_MOUNTS(
        "mount -t tmpfs -o size=%3$dm tmpfs %1$s && mkdir -p %1$s/cache/models"
            + " && mount --bind %1$s/cache/models %1$s/cache/models"),
    EXFAT(
        "truncate -s %3$dm %2$s/exfat.img && mkfs.exfat %2$s/exfat.img >/dev/null"
            + " && device=$(losetup --find --show %2$s/exfat.img)"
            + " && { mount -t exfat $device %1$s || mount.exfat-fuse $device %1$s; } >/dev/null 2>&1"
            + " && losetup --detach $device");

    private final String mount;

    WithoutLinks(String mount) {
      this.mount = mount;
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutHardLinksRoomIsAskedForTwice(WithoutLinks disks) throws Exception {
    try (StandInHub hub = StandInHub.start()) {
      String output = fetchOn(disks, 80, hub);

      assertThat(output)
          .contains("no space is left: 75497498 bytes are needed", "takes its room twice");
      assertThat(hub.log().downloads("model.onnx")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutHardLinksAModelIsThereTwice(WithoutLinks disks) throws Exception {
    try (StandInHub hub = StandInHub.start()) {
      String output = fetchOn(disks, 120, hub);

      assertThat(output).contains("verify: []\nfetch: {}\nprune: 0 left\n");
    }
  }

  private String fetchOn(WithoutLinks disks, int megabytes, StandInHub hub) throws Exception {
    String mount = disks.mount.formatted(disk, folder, megabytes);
    String unmount = "umount --recursive " + disk;
    List<String> trial = inNamespace(mount + " && " + unmount, "");
    assumeTrue(
        new ProcessBuilder(trial).start().waitFor() == 0,
        "this machine cannot mount such a disk: " + disks);
    Path lock = folder.resolve("models.lock");
    ModelOnHub.on(hub, 32L << 20).writeLock(lock);
    return run(hub, mount, "\"$@\"; " + unmount, disk, lock, "fetch", "verify", "fetch", "prune");
  }

  private String run(
      StandInHub hub, String mount, String then, Path store, Path lock, String... deeds)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(store.toString(), lock.toString()));
    arguments.addAll(List.of(deeds));
    Path log = folder.resolve("process.log");
    Process process =
        new FetchingProcess(folder, hub)
            .builder(
                inNamespace(mount, then),
                StoreProcess.class,
                System.getProperty("java.class.path"),
                arguments)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(log);
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
