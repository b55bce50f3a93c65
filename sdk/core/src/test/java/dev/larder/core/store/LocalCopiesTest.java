package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.larder.api.InvalidFileException;
import dev.larder.core.catalog.Mirror;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCopiesTest {

  private static final String ARTIFACT = "mvn:org.acme:models:1.0:jar";
  private static final String NETWORK = "a network";

  @TempDir private Path folder;
  private final Repository repository = new Repository();
  private final InMemorySource source =
      new InMemorySource().with("model.onnx", NETWORK).with("tokenizer.json", "{}");
  private StoreLayout own;
  private StoreLayout shared;
  private Path cache;
  private WantedModel model;

  @BeforeEach
  void model() {
    own = new StoreLayout(folder.resolve("own"));
    shared = new StoreLayout(folder.resolve("shared"));
    cache = folder.resolve("huggingface");
    ModelFile network =
        source.wants("model.onnx").files().get(0).with(List.of(Mirror.parse(ARTIFACT + "!/in/a")));
    model =
        source.wants(
            InMemorySource.COMMIT, List.of(network, source.wants("tokenizer.json").files().get(0)));
  }

  @Test
  void nothingIsConfirmedWhereNothingIs() {
    assertThat(copies()).isEmpty();
  }

  @Test
  void everyCopyWithTheStatedBytesConfirmsTheDigest() throws Exception {
    Path inOwn = write(own.blob(source.digest("model.onnx")), NETWORK);
    Path inShared = write(shared.blob(source.digest("model.onnx")), NETWORK);
    Path inCache = write(snapshot().resolve("tokenizer.json"), "{}");
    repository.contents.put(ARTIFACT, NETWORK);

    assertThat(copies())
        .extracting(copy -> copy.file().path(), LocalCopy::origin, LocalCopy::place)
        .containsExactly(
            tuple("model.onnx", Origin.STORE, inOwn.toString()),
            tuple("model.onnx", Origin.SHARED_STORE, inShared.toString()),
            tuple("model.onnx", Origin.LOCAL_REPOSITORY, ARTIFACT + "!/in/a"),
            tuple("tokenizer.json", Origin.HUB_CACHE, inCache.toString()));
    assertThat(copies()).allMatch(LocalCopy::isRight);
  }

  @Test
  void aCopyWithOtherBytesSaysWhichDigestItHas() throws Exception {
    write(own.blob(source.digest("model.onnx")), "{}");
    repository.contents.put(ARTIFACT, "{}");

    assertThat(copies())
        .hasSize(2)
        .noneMatch(LocalCopy::isRight)
        .extracting(LocalCopy::problem)
        .allMatch(problem -> problem.equals("it has SHA-256 " + source.digest("tokenizer.json")));
  }

  @Test
  void anArtifactThatDoesNotHoldTheFileSaysSo() {
    repository.contents.put(ARTIFACT, "");

    assertThat(copies())
        .singleElement()
        .satisfies(
            copy -> assertThat(copy.problem()).contains("it holds no in/a"),
            copy -> assertThat(copy.place()).isEqualTo(ARTIFACT + "!/in/a"));
  }

  @Test
  void aLinkAndWhatItLeadsToAreOneCopy() throws Exception {
    Path blobs = cache.resolve("models--somebody--small/blobs");
    Path blob = write(blobs.resolve(source.digest("model.onnx")), NETWORK);
    Files.createDirectories(snapshot());
    Files.createSymbolicLink(snapshot().resolve("model.onnx"), blob);

    assertThat(copies()).singleElement().matches(LocalCopy::isRight);
  }

  @Test
  void aFileWithoutAStatedDigestIsLeftOut() throws Exception {
    write(snapshot().resolve("model.onnx"), NETWORK);
    model =
        source.wants(InMemorySource.COMMIT, List.of(InMemorySource.file("model.onnx", null, null)));

    assertThat(copies()).isEmpty();
  }

  private List<LocalCopy> copies() {
    return new LocalCopies(
            new StorePlaces(own, List.of(new SharedStore(shared)), new HuggingFaceCache(cache)),
            repository)
        .of(model);
  }

  private Path snapshot() {
    return cache.resolve("models--somebody--small/snapshots").resolve(InMemorySource.COMMIT);
  }

  private static Path write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  /** What lies in the local Maven repository, by artifact. */
  private static final class Repository implements Fetcher {

    private final Map<String, String> contents = new HashMap<>();

    @Override
    public boolean fetches(Source source) {
      return source instanceof Source.MavenSource;
    }

    @Override
    public boolean isHere(Source source) {
      return contents.containsKey(source.text());
    }

    @Override
    public Fetched fetch(FetchRequest request) {
      String artifact = request.source().text();
      String content = contents.getOrDefault(artifact, "");
      if (content.isEmpty()) {
        throw new InvalidFileException(
            artifact, "it holds no " + request.file().path(), "name another one", null);
      }
      try {
        request.copy(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Fetched(
          Origin.LOCAL_REPOSITORY, artifact + "!/" + request.file().path(), InMemorySource.COMMIT);
    }
  }
}
