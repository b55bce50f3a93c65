package dev.larder.api;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every failure has a message in the common form, held by a golden file, and a page. */
class ModelExceptionTest {

  private static final Path GOLDEN = Path.of("src/test/resources/errors");
  private static final Path PAGES = Path.of("../../docs/errors");

  private static final Map<Class<?>, ModelException> EXAMPLES =
      Stream.of(
              new ChecksumMismatchException(
                  "onnx/model_quantized.onnx",
                  "hf:Xenova/all-MiniLM-L6-v2",
                  "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1",
                  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
              new ConflictingDeclarationsException(
                  "default-embed",
                  new ConflictingDeclarationsException.Place("search.jar", "it stands for minilm"),
                  new ConflictingDeclarationsException.Place("advice.jar", "it stands for bge-m3"),
                  "let one module define the name"),
              new CorruptModelException(
                  "tiny:onnx-fp32",
                  "/srv/larder/cache/models/tiny/onnx-fp32/0.1.0/tokenizer.json",
                  "its tokenizer cannot be read",
                  new IllegalStateException(
                      new IllegalArgumentException("expected value at line 1 column 1\nat all"))),
              new DimensionMismatchException("minilm", 768, 384, "models.lock"),
              new DownloadFailedException(
                  "https://huggingface.co/Xenova/all-MiniLM-L6-v2/resolve/751bff37182d3f1213fa05d7196b954e230abad9/onnx/model_quantized.onnx",
                  "HTTP 503",
                  8_388_608,
                  null),
              new EngineException("minilm:onnx-int8", "ONNX Runtime says \"out of memory\"", null),
              new GatedException(
                  "google/embeddinggemma-300m",
                  "https://huggingface.co/google/embeddinggemma-300m"),
              new InterruptedCallException("Fetching minilm:gguf-q8_0", null),
              new InvalidDefinitionException(
                  "acme-embed",
                  "an embedding model has dimensions",
                  "add dimensions = and the length of its vectors"),
              new InvalidFileException(
                  "models.lock",
                  "it is not valid TOML in line 14, column 1: a name is there twice",
                  "restore it from version control, or delete it and run mvn models:fetch",
                  null),
              new LicenceDeniedException(
                  "embeddinggemma", "Gemma Terms of Use", "only Apache-2.0, MIT"),
              new LockOutOfDateException(
                  "models.lock",
                  List.of(
                      "\"bge-m3\" is declared, but not locked",
                      "\"minilm\" is locked, but no longer declared"),
                  "CI=true"),
              new NotFetchedException(
                  "minilm", "/srv/larder", "run mvn models:fetch in the project that declares it"),
              new NotProcessedException("com.acme.Search", "0.1.0"),
              new OfflineException(
                  "minilm",
                  "all-MiniLM-L6-v2-Q8_0.gguf",
                  "hf:second-state/All-MiniLM-L6-v2-Embedding-GGUF",
                  "mvn -o"),
              new StorageException(
                  "/srv/larder/cache/partial",
                  "no space is left",
                  "make room on its disk, or name a folder on another disk with LARDER_MODELS_DIR",
                  null),
              new StoreBusyException(
                  "minilm:gguf-q8_0", "process 4711, since 2026-11-20T07:31:00Z", 600),
              new UnknownModelException("minlim", List.of("minilm", "all-minilm-l6-v2")),
              new UnsupportedArchitectureException(
                  "qwen3-embed-0.6b:gguf-q8_0",
                  "gguf, qwen3",
                  "use the variant \"qwen3-embed-0.6b:onnx-int8\""),
              new WrongTaskException(
                  "qwen3-0.6b", "generation", "EmbeddingEngine", "GenerationEngine"))
          .collect(toMap(ModelException::getClass, identity()));

  static Class<?>[] family() {
    return ModelException.class.getPermittedSubclasses();
  }

  @ParameterizedTest
  @MethodSource("family")
  void theIdIsTheNameOfTheClass(Class<?> type) {
    // Java has an InterruptedException already.
    String added = type == InterruptedCallException.class ? "CallException" : "Exception";
    assertThat(example(type).id() + added).isEqualTo(type.getSimpleName());
  }

  @ParameterizedTest
  @MethodSource("family")
  void theMessageIsThatOfTheGoldenFile(Class<?> type) throws IOException {
    ModelException example = example(type);
    assertThat(example.getMessage() + "\n")
        .isEqualTo(Files.readString(GOLDEN.resolve(example.id() + ".txt")));
  }

  @ParameterizedTest
  @MethodSource("family")
  void theMessageSaysWhatToDoAndWhereToReadMore(Class<?> type) {
    ModelException example = example(type);
    assertThat(example)
        .message()
        .matches("(?s)\\[Models/%s] [^\n]*\\.\n.*".formatted(example.id()))
        .contains("\n  To fix: ")
        .endsWith("\n  More: docs/errors/" + example.id() + ".md");
  }

  @ParameterizedTest
  @MethodSource("family")
  void thePageShowsTheMessage(Class<?> type) throws IOException {
    ModelException example = example(type);
    assertThat(Files.readString(PAGES.resolve(example.id() + ".md")))
        .startsWith("# " + example.id() + "\n")
        .contains("```\n" + example.getMessage() + "\n```\n");
  }

  @Test
  void theIndexNamesEveryPageAndThereIsNoOther() throws IOException {
    List<String> pages = Arrays.stream(family()).map(type -> example(type).id() + ".md").toList();
    try (Stream<Path> files = Files.list(PAGES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsAll(pages)
          .hasSize(pages.size() + 1);
    }
    assertThat(Files.readString(PAGES.resolve("README.md")))
        .contains(pages.stream().map(page -> "(" + page + ")").toList());
  }

  @Test
  void anUnknownVariantIsToldWithThoseThatExist() {
    assertThat(new UnknownModelException("tiny", "gguf", List.of("onnx-fp32", "gguf-q8_0")))
        .hasMessageContaining("Model \"tiny\" has no variant \"gguf\".\n")
        .hasMessageContaining("\n  It has: onnx-fp32, gguf-q8_0\n");
  }

  @Test
  void everyLengthThatAModelsVectorsCanHaveIsTold() {
    assertThat(new DimensionMismatchException("nomic-embed", 100, List.of(768, 512, 256), "Search"))
        .hasMessageContaining("Model \"nomic-embed\" gives 768, 512 or 256 dimensions, not 100.");
  }

  @Test
  void everyPlaceThatFailedHasItsOwnRemedy() {
    Map<String, ModelException> reasons = new LinkedHashMap<>();
    reasons.put(
        "hf:acme/model", new DownloadFailedException("https://h/x", "HTTP 404", 0, "look", null));
    reasons.put(
        "mvn:a:b:1:jar", new InvalidFileException("/b.jar", "it is no zip", "delete it", null));

    assertThat(new DownloadFailedException("x of model:onnx", reasons))
        .hasMessage(
            """
            [Models/DownloadFailed] None of 2 places gives x of model:onnx.
              From hf:acme/model: [Models/DownloadFailed] A download failed: HTTP 404.
                To fix: look
              From mvn:a:b:1:jar: [Models/InvalidFile] File /b.jar cannot be used: it is no zip.
                To fix: delete it
              To fix: mend what is wrong with one of the places
              More: docs/errors/DownloadFailed.md""");
  }

  @Test
  void withoutNearNamesNoneAreOffered() {
    assertThat(new UnknownModelException("xyzzy", List.of()))
        .message()
        .doesNotContain("Did you mean");
  }

  @Test
  void whoseTokenHasNoAccessIsNotToldToSetOne() {
    assertThat(GatedException.withoutAccess("acme/walled", "https://hub.example/acme/walled"))
        .hasMessageContaining("the credentials that were sent have no access to it.\n")
        .hasMessageContaining("\n  Accept them at: https://hub.example/acme/walled\n")
        .hasMessageContaining(
            "\n  To fix: accept them with the account that the access token belongs")
        .hasMessageNotContaining("HF_TOKEN");
  }

  @Test
  void theCauseIsKept() {
    IOException cause = new IOException("broken pipe");
    assertThat(new DownloadFailedException("https://h/x", "it broke", 0, cause)).hasCause(cause);
  }

  private static ModelException example(Class<?> type) {
    return Objects.requireNonNull(EXAMPLES.get(type), () -> "no example of " + type);
  }
}
