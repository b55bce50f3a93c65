package dev.larder.its.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.larder.core.catalog.Selector;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.ModelsLock;
import dev.larder.testkit.hub.StandInHub;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One store for several users of a machine: real ones, so only root can run this. */
class UsersTest {

  private static final int ANN = 60001;
  private static final int BOB = 60002;
  private static final int GROUP = 60000;

  private static final int GROUP_WRITABLE = 02775;
  private static final int WORLD_WRITABLE = 0777;
  private static final int STICKY = 01777;

  @TempDir private Path folder;
  private Path store;
  private Path lock;
  private Path otherLock;
  private String classPath;
  private StandInHub hub;
  private ModelOnHub model;
  private FetchingProcess fetching;
  private final List<Process> processes = new ArrayList<>();

  @BeforeEach
  void twoUsers() throws Exception {
    assumeTrue(
        "root".equals(System.getProperty("user.name"))
            && new ProcessBuilder(as(ANN, "true")).start().waitFor() == 0,
        "only root can be several users");
    setMode(folder, 0755);
    classPath = readableClassPath();
    store = Files.createDirectory(folder.resolve("store"));
    Files.setAttribute(store, "unix:gid", GROUP);
    hub = StandInHub.start();
    model = ModelOnHub.on(hub, 8L << 20);
    lock = folder.resolve("models.lock");
    model.writeLock(lock);
    otherLock = folder.resolve("other.lock");
    Files.write(
        otherLock,
        LockFormat.write(ModelsLock.of(List.of(model.locked.as(Selector.parse("other"))))));
    fetching = new FetchingProcess(folder, hub);
  }

  @AfterEach
  void stop() throws IOException {
    if (hub != null) {
      hub.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {GROUP_WRITABLE, WORLD_WRITABLE, STICKY})
  void bothFetchAtOnceAndOneDownloadServesBoth(int mode) throws Exception {
    setMode(store, mode);

    Process ann = start(ANN, lock, "fetch", "note");
    Process bob = start(BOB, otherLock, "fetch", "note");

    finish(ann);
    finish(bob);
    assertThat(hub.log().downloads("model.onnx")).filteredOn(r -> r.offset() == 0).hasSize(1);
    assertThat(run(ANN, otherLock, "verify", "note"))
        .contains("verify: []", "[com.acme:models.lock, com.acme:other.lock]");
    assertThat(run(BOB, lock, "verify")).contains("verify: []");
    assertThat(Files.readString(store.resolve("models.lock"))).contains("\"acme:", "\"other:");
  }

  @ParameterizedTest
  @ValueSource(ints = {GROUP_WRITABLE, WORLD_WRITABLE, STICKY})
  void oneMendsUsesAndRemovesWhatTheOtherFetched(int mode) throws Exception {
    setMode(store, mode);
    run(ANN, lock, "fetch", "use");
    Path blob = store.resolve("cache/blobs/sha256").resolve(model.network.sha256());
    assertThat(Files.getAttribute(blob, "unix:uid")).isEqualTo(ANN);
    assertThat((Integer) Files.getAttribute(blob, "unix:mode") & 0777).isEqualTo(0644);
    Files.write(blob, new byte[100]);

    assertThat(run(BOB, lock, "verify", "fetch", "verify", "use"))
        .contains("verify: [model.onnx]", "verify: []", "use: noted");
    assertThat(Files.getAttribute(blob, "unix:uid")).isEqualTo(BOB);

    assertThat(run(ANN, lock, "remove")).contains("remove: true");
    run(ANN, lock, "fetch");
    assertThat(run(BOB, lock, "prune")).contains("prune: 0 left");
    assertThat(store.resolve("cache/blobs/sha256")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(ints = {GROUP_WRITABLE, WORLD_WRITABLE, STICKY})
  void oneContinuesWhatTheOtherBeganAndOwnsIt(int mode) throws Exception {
    setMode(store, mode);
    run(ANN, otherLock, "note");
    Path partial = store.resolve("cache/partial").resolve(model.network.sha256() + ".part");
    Files.createDirectory(partial.getParent());
    Files.setAttribute(partial.getParent(), "unix:uid", ANN);
    Files.setAttribute(partial.getParent(), "unix:gid", GROUP);
    setMode(partial.getParent(), mode & ~01000);
    Files.write(partial, model.network.bytes(0, 1 << 20));
    Files.setAttribute(partial, "unix:uid", ANN);
    Files.setAttribute(partial, "unix:gid", GROUP);
    setMode(partial, mode & 0666);

    run(BOB, lock, "fetch");

    Path blob = store.resolve("cache/blobs/sha256").resolve(model.network.sha256());
    assertThat(hub.log().downloads("model.onnx").get(0).offset()).isEqualTo(1 << 20);
    assertThat(Files.getAttribute(blob, "unix:uid")).isEqualTo(BOB);
    assertThat((Integer) Files.getAttribute(blob, "unix:mode") & 0777).isEqualTo(0644);
    assertThat(partial).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {0755, 0775})
  void whoMayNotWriteToAStoreIsToldSoAndWhatIsThereIsOfUse(int mode) throws Exception {
    setMode(store, mode);
    Files.setAttribute(store, "unix:uid", ANN);
    Files.setAttribute(store, "unix:gid", ANN);
    run(ANN, lock, "fetch");

    assertThat(run(BOB, lock, "verify", "use", "note"))
        .contains("verify: []", "use: noted", "note: []");

    Process refused = start(BOB, otherLock, "fetch");
    assertThat(refused.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(refused.exitValue()).isOne();
    assertThat(Files.readString(log(refused)))
        .contains(
            "[Models/Storage]",
            "no permission",
            "LARDER_MODELS_DIR",
            "a store that is only read with LARDER_SHARED_MODELS_DIRS");
  }

  @Test
  void whoMayNotWriteToAProjectIsToldOfItsFolder() throws Exception {
    Path project = Files.createDirectory(folder.resolve("project"));
    Path projectLock = project.resolve("models.lock");
    model.writeLock(projectLock);

    Process refused = start(BOB, projectLock, "rewrite");

    assertThat(refused.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(refused.exitValue()).isOne();
    assertThat(Files.readString(log(refused)))
        .contains("no permission", "Path: " + project + "\n", "give yourself access to it\n")
        .doesNotContain("LARDER_MODELS_DIR");
    assertThat(project.toFile().list()).containsExactly("models.lock");
  }

  private String run(int user, Path lock, String... deeds) throws Exception {
    Process process = start(user, lock, deeds);
    finish(process);
    return Files.readString(log(process));
  }

  private void finish(Process process) throws Exception {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log(process))).isZero();
  }

  private Path log(Process process) {
    return folder.resolve("process-%d.log".formatted(processes.indexOf(process)));
  }

  private Process start(int user, Path lock, String... deeds) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(store.toString(), lock.toString()));
    arguments.addAll(List.of(deeds));
    ProcessBuilder builder = fetching.builder(as(user), StoreProcess.class, classPath, arguments);
    Path log = folder.resolve("process-%d.log".formatted(processes.size()));
    Process process = builder.redirectOutput(log.toFile()).start();
    processes.add(process);
    return process;
  }

  private static List<String> as(int user, String... command) {
    List<String> whole =
        new ArrayList<>(
            List.of(
                "setpriv",
                "--reuid",
                Integer.toString(user),
                "--regid",
                Integer.toString(GROUP),
                "--clear-groups"));
    whole.addAll(List.of(command));
    return whole;
  }

  /** Local repositories lie in home folders, which others cannot read. */
  private String readableClassPath() throws IOException {
    Path copies = Files.createDirectory(folder.resolve("classes"));
    List<String> copied = new ArrayList<>();
    for (String entry :
        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)) {
      // This module has no classes of its own but its tests.
      if (Files.exists(Path.of(entry))) {
        Path copy = copies.resolve(copied.size() + "-" + Path.of(entry).getFileName());
        copyTree(Path.of(entry), copy);
        copied.add(copy.toString());
      }
    }
    return String.join(File.pathSeparator, copied);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private static void setMode(Path path, int mode) throws IOException {
    int others = (Integer) Files.getAttribute(path, "unix:mode") & ~07777;
    Files.setAttribute(path, "unix:mode", others | mode);
  }
}
