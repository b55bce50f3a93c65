package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine and its libraries do to a process, seen from outside. */
@Timeout(300)
class ProcessTest {

  @TempDir Path folder;

  private ChildProcess embedding(String atTheEnd) {
    return ChildProcess.of(EmbedOnce.class, folder.toString(), atTheEnd);
  }

  private ChildProcess.End run(ChildProcess process) throws IOException, InterruptedException {
    return process.run(folder.resolve("output.txt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"close", "leave"})
  void theProcessEndsByItselfAndNobodyAsksForTheNetwork(String atTheEnd) throws Exception {
    ChildProcess.End end = run(embedding(atTheEnd));

    assertThat(end.output())
        .contains("Embedding[96 dimensions, 3 tokens, 0 truncated]")
        .doesNotContain(EmbedOnce.ASKED);
    assertThat(end.status()).isZero();
  }

  /** That is, the test above would notice; the engine does not use what reports. */
  @Test
  void theTokenizersReportTheirUseWhereOneUsesThemAsTheyAre() throws Exception {
    ChildProcess reporting = embedding("report").withOptions("-DOPT_OUT_TRACKING=false");

    assertThat(run(reporting).output()).contains(EmbedOnce.ASKED);
  }

  @Test
  void nothingIsReportedEvenWhereTheUserHasNothingAgainstIt() throws Exception {
    ChildProcess willing = embedding("close").withOptions("-DOPT_OUT_TRACKING=false");

    assertThat(run(willing).output()).contains("Embedding[96").doesNotContain(EmbedOnce.ASKED);
  }

  @Test
  void nativeCodeDoesNotAskForTheNetworkEither() throws Exception {
    assumeTrue(LonelyNetwork.isPossible(), "the system gives no process a network of its own");

    ChildProcess.End end = run(embedding("close").within(LonelyNetwork.COMMAND));

    assertThat(end.output()).contains("Embedding[96").doesNotContain(EmbedOnce.ASKED);
    assertThat(LonelyNetwork.attempts(end.output())).isZero();
  }

  /** That is, the test above would notice. */
  @Test
  void aNetworkOfItsOwnCountsWhoAsksForAnother() throws Exception {
    assumeTrue(LonelyNetwork.isPossible(), "the system gives no process a network of its own");

    ChildProcess asking = ChildProcess.of(LonelyNetwork.Asking.class).within(LonelyNetwork.COMMAND);

    assertThat(LonelyNetwork.attempts(run(asking).output())).isPositive();
  }

  /** ONNX Runtime 1.29.0 overruns the stack when it takes the command line apart for a report. */
  @Test
  void aLongCommandLineDoesNoHarm() throws Exception {
    ChildProcess.End end = run(embedding("close").withOptions("-Dlong=" + "x".repeat(50_000)));

    assertThat(end.output()).contains("Embedding[96");
  }

  /** As where an application is deployed anew, or tests have class loaders of their own. */
  @Test
  void everyClassLoaderHasNativeCode() throws Exception {
    ChildProcess.End end =
        run(
            ChildProcess.of(EmbedInClassLoaders.class, folder.toString(), "3")
                .withOptions("-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("tmp"))));

    assertThat(end.output().lines().filter(line -> line.startsWith("Embedding[96"))).hasSize(8);
    assertThat(end.status()).isZero();
    try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whereTheTemporaryFolderCannotBeUsedThatIsSaid() throws Exception {
    Path missing = folder.resolve("missing");

    assertThat(run(embedding("close").withOptions("-Djava.io.tmpdir=" + missing)).output())
        .contains("[Models/Engine]")
        .contains("the temporary folder " + missing + " cannot be used");
  }

  @Test
  void whereNothingMayBeExecutedThatIsSaid() throws Exception {
    assumeTrue(UnexecutableFolder.isPossible(), "the system mounts nothing for a process");

    ChildProcess.End end =
        run(
            embedding("close")
                .within(UnexecutableFolder.command(folder))
                .withOptions("-Djava.io.tmpdir=" + folder, "-Dmodels.dir=" + folder));

    assertThat(end.output())
        .contains("[Models/Engine]")
        .contains("cannot be loaded (" + folder)
        .contains("failed to map segment");
  }

  @Test
  void aStoreThatThisProcessCannotNameIsAnErrorThatSaysSo() throws Exception {
    assertThat(run(inAnUmlautsStore(ChildProcess.of(OpenRegistry.class))).output())
        .contains("[Models/Storage]")
        .contains("this process cannot name it")
        .contains("LC_ALL=C.UTF-8");
  }

  @Test
  void nativeCodeDoesNotNeedAStoreThatThisProcessCannotName() throws Exception {
    assertThat(run(inAnUmlautsStore(embedding("close"))).output()).contains("Embedding[96");
  }

  /** Under a POSIX locale, with a path that comes from somebody with another one. */
  private ChildProcess inAnUmlautsStore(ChildProcess process) {
    return process
        .within(
            List.of(
                "sh",
                "-c",
                "LC_ALL=C LARDER_MODELS_DIR=\"$(printf \"$0/\\303\\274\")\" exec \"$@\"",
                folder.toString()))
        .withOptions("-Dmodels.dir=");
  }

  @Test
  void aPlatformWithoutNativeLibrariesIsAnErrorOfTheEngine() throws Exception {
    assertThat(run(embedding("close").withOptions("-Dos.arch=sparc")).output())
        .contains("[Models/Engine]")
        .contains("on sparc");
  }
}
