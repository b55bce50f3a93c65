package dev.larder.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.api.DownloadFailedException;
import dev.larder.api.ModelException;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.Integrity;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.core.store.WantedModel;
import dev.larder.testkit.hub.Content;
import dev.larder.testkit.hub.ContentFault;
import dev.larder.testkit.hub.Fault;
import dev.larder.testkit.hub.ResolveFault;
import dev.larder.testkit.hub.StandInHub;
import dev.larder.testkit.hub.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault that was seen in the field, alone and in pairs, in every situation: the result is the
 * right bytes or the right exception, never a wrong file, never a token for a stranger, and what
 * was there before is lost only where wrong bytes of the right length came after it.
 */
class FaultMatrixTest {

  private static final int PAIRS = Integer.getInteger("faults.pairs", 60);
  private static final long FILE_BYTES = 200_000;
  private static final int LEFT_BYTES = 50_000;
  private static final long FAULT_AFTER_BYTES = 7_000;
  private static final Fault WRONG_BYTES = new ContentFault.WrongBytes();
  private static final String TOKEN = "hf_token";
  private static final Duration SILENCE = Duration.ofMillis(250);

  private static final StandInHub HUB = StandInHub.start().token(TOKEN);
  private static final AtomicInteger CASES = new AtomicInteger();
  private static final Set<Fault> HAPPENED = Collections.synchronizedSet(new HashSet<>());

  @TempDir private static Path folder;

  /** In which a file is fetched. */
  private enum Situation {
    /** A small file that is kept in git. */
    SMALL,
    /** A large file over one connection. */
    FIRST_TRY,
    /** The rest of a large file. */
    RESUME,
    /** A large file in pieces over several connections. */
    PIECES;

    boolean isLarge() {
      return this != SMALL;
    }

    PieceSizes sizes() {
      return this == PIECES
          ? new PieceSizes(16 << 10, 4, 32 << 10, 32 << 10, Duration.ZERO, Duration.ofSeconds(2))
          : PieceSizes.STANDARD;
    }
  }

  @AfterAll
  static void everyFaultHappened() {
    HUB.close();
    assertThat(HAPPENED).containsAll(Fault.all(FAULT_AFTER_BYTES));
  }

  @TestFactory
  Stream<DynamicTest> oneFaultIsOvercome() {
    return Stream.of(Situation.values())
        .flatMap(
            situation ->
                Fault.all(FAULT_AFTER_BYTES).stream()
                    .map(
                        fault ->
                            DynamicTest.dynamicTest(
                                situation + " " + fault,
                                () -> {
                                  Case one = new Case(situation);
                                  one.inject(fault, Turn.next());
                                  assertThat(one.fetch()).isNull();
                                })));
  }

  @TestFactory
  Stream<DynamicTest> twoFaultsAreOvercomeOrSaidToBeWrongBytes() {
    return Stream.of(Situation.values())
        .flatMap(
            situation ->
                somePairs().stream()
                    .map(
                        pair ->
                            DynamicTest.dynamicTest(
                                situation + " " + pair,
                                () -> {
                                  Case two = new Case(situation);
                                  pair.forEach(fault -> two.inject(fault, Turn.next()));
                                  ModelException failure = two.fetch();
                                  if (failure != null) {
                                    assertThat(failure)
                                        .isInstanceOf(ChecksumMismatchException.class);
                                    assertThat(pair).allMatch(FaultMatrixTest::isOfContent);
                                  }
                                })));
  }

  @TestFactory
  Stream<DynamicTest> aFaultThatStaysIsToldOrGotRound() {
    return Stream.of(Situation.values())
        .flatMap(
            situation ->
                Fault.all(FAULT_AFTER_BYTES).stream()
                    .map(
                        fault ->
                            DynamicTest.dynamicTest(
                                situation + " always " + fault,
                                () -> {
                                  Case always = new Case(situation);
                                  always.inject(fault, Turn.always());
                                  ModelException failure = always.fetch();
                                  if (failure != null) {
                                    assertThat(failure)
                                        .isInstanceOfAny(
                                            ChecksumMismatchException.class,
                                            DownloadFailedException.class);
                                  }
                                })));
  }

  /** Twice in a row, and the second try of the store is used up. */
  private static boolean isOfContent(Fault fault) {
    return fault instanceof ContentFault.WrongBytes
        || fault instanceof ContentFault.Overlong
        || fault instanceof ResolveFault.ChangedDigest;
  }

  private static List<List<Fault>> somePairs() {
    List<List<Fault>> pairs = new ArrayList<>();
    for (Fault first : Fault.all(FAULT_AFTER_BYTES)) {
      for (Fault second : Fault.all(FAULT_AFTER_BYTES)) {
        pairs.add(List.of(first, second));
      }
    }
    Collections.shuffle(pairs, new Random(1));
    return pairs.subList(0, Math.min(PAIRS, pairs.size()));
  }

  /** One fetch of a file of its own into a store of its own. */
  private static final class Case {

    private final Situation situation;
    private final String path;
    private final LockedModel model;
    private final Path store;
    private final Content content;
    private final Path partial;
    private final List<Fault> faults = new ArrayList<>();

    Case(Situation situation) throws IOException {
      this.situation = situation;
      int number = CASES.incrementAndGet();
      this.path = "case-" + number + ".onnx";
      this.store = folder.resolve("case-" + number);
      this.content = Content.seeded(number, situation.isLarge() ? FILE_BYTES : 20_000);
      var repository = HUB.repository("acme/case-" + number);
      if (situation.isLarge()) {
        repository.largeFile(path, content);
      } else {
        repository.file(path, content);
      }
      this.model =
          new LockedModel(
              Selector.parse("acme"),
              "onnx-fp32",
              Source.parse("hf:" + repository.name()),
              repository.commit(),
              8,
              "MIT",
              Integrity.CATALOG,
              List.of(new LockedFile(FileRole.MODEL, path, content.sha256(), content.length())));
      this.partial = store.resolve("cache/partial").resolve(content.sha256() + ".part");
      if (situation == Situation.RESUME) {
        Files.createDirectories(partial.getParent());
        Files.write(partial, content.bytes(0, LEFT_BYTES));
      }
    }

    void inject(Fault fault, Turn turn) {
      faults.add(fault);
      HUB.inject(fault, path, turn);
    }

    /** What the fetch failed with; null where it did not. */
    @Nullable ModelException fetch() throws Exception {
      ModelException failure = null;
      try (Fetchers fetchers = new Fetchers(List.of(fetcher()), List.of())) {
        new ModelStore(new StoreLayout(store))
            .install(List.of(WantedModel.of(model)), fetchers, TransferListener.SILENT);
      } catch (ModelException e) {
        failure = e;
      }
      noteWhatHappened();
      assertNothingIsWrong(failure == null);
      return failure;
    }

    private HubFetcher fetcher() {
      HubSettings settings =
          new HubSettings(
              HUB.endpoint(), AccessToken.orNull(TOKEN), Proxies.OF_THE_JVM, null, SILENCE);
      HttpsClient client =
          new HttpsClient(
              () ->
                  new Connections(SILENCE, Proxies.OF_THE_JVM)
                      .make(Tls.trusting(new JvmTrust(HUB.tls().trustManager()))),
              pause -> {},
              Pace.STANDARD,
              new PieceBuffers(situation.sizes()));
      return new HubFetcher(settings, client);
    }

    private void noteWhatHappened() {
      List<Fault> pending = HUB.pendingFaults();
      faults.stream().filter(fault -> !pending.contains(fault)).forEach(HAPPENED::add);
      HUB.heal();
    }

    private void assertNothingIsWrong(boolean fetched) throws Exception {
      assertThat(HUB.log().leaks()).isEmpty();
      Path blobs = store.resolve("cache/blobs/sha256");
      List<Path> contents = list(blobs);
      for (Path content : contents) {
        assertThat(digest(content)).isEqualTo(content.getFileName().toString());
      }
      assertThat(contents).hasSize(fetched ? 1 : 0);
      if (fetched) {
        assertThat(list(store.resolve("cache/partial"))).isEmpty();
        assertThat(contents.get(0)).hasFileName(model.files().get(0).sha256());
      } else if (situation == Situation.RESUME && !faults.contains(WRONG_BYTES)) {
        assertThat(Files.readAllBytes(partial)).startsWith(content.bytes(0, LEFT_BYTES));
      }
    }

    private static List<Path> list(Path folder) throws IOException {
      if (!Files.isDirectory(folder)) {
        return List.of();
      }
      try (Stream<Path> files = Files.list(folder)) {
        return files.toList();
      }
    }

    private static String digest(Path file) throws Exception {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
  }
}
