package dev.larder.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.CorruptModelException;
import dev.larder.api.DimensionMismatchException;
import dev.larder.api.ModelException;
import dev.larder.api.UnsupportedArchitectureException;
import dev.larder.core.catalog.Attestation;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.gguf.SampleGguf;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelUse;
import dev.larder.core.store.InMemorySource;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.core.store.WantedModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnableModelsTest {

  @TempDir private Path folder;

  private final InMemorySource source = new InMemorySource().with("model.onnx", "a network");

  @Test
  void whatTheCatalogKnowsNoEngineRunsIsNotFetched() {
    file(SampleGguf.encoder());

    assertThatThrownBy(() -> prepare(Task.EMBEDDING, "gemma-embedding"))
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("\"small:gguf-q8_0\" (gguf, gemma-embedding)")
        .hasMessageContaining("use the variant \"small:onnx-fp32\"");
    assertThat(source.fetches).hasValue(0);
    assertThat(folder.resolve("models.lock")).doesNotExist();
  }

  @Test
  void whatTheFileSaysGoesBeforeTheCatalog() {
    file(SampleGguf.empty().text("general.architecture", "gemma-embedding"));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> prepare(Task.EMBEDDING, "bert"))
          .isInstanceOf(UnsupportedArchitectureException.class)
          .hasMessageContaining("\"small:gguf-q8_0\" (gguf, gemma-embedding)")
          .hasMessageContaining("use the variant \"small:onnx-fp32\"");
    }
    assertNeverFoundAndFetchedOnce(Task.EMBEDDING);
  }

  @Test
  void weightsThatCameAfterTheEngineAreNotRun() {
    file(SampleGguf.encoder().tensor("extra", 39, 1120, 32).data(1184));

    assertThatThrownBy(() -> prepare(Task.EMBEDDING, "bert"))
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("(gguf, bert in MXFP4)");
  }

  @Test
  void aFileThatIsNoSoundGgufIsNeverFound() {
    file(SampleGguf.encoder().moreTensors(1L << 60));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> prepare(Task.EMBEDDING, "bert"))
          .isInstanceOf(CorruptModelException.class)
          .hasMessageContaining("\"small:gguf-q8_0\"")
          .hasMessageContaining("tensors, more than fit into it");
    }
    assertNeverFoundAndFetchedOnce(Task.EMBEDDING);
  }

  @Test
  void anEncoderIsRunForVectorsAlone() {
    file(SampleGguf.encoder());

    assertThat(prepare(Task.EMBEDDING, "bert").lockChanged()).isTrue();
    assertThatThrownBy(() -> prepare(Task.RERANK, "bert"))
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("use the variant \"small:onnx-fp32\"");
    assertThatThrownBy(() -> prepare(Task.GENERATION, "bert"))
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("use another model: none of its variants can be run");
  }

  @Test
  void aChatModelIsRunForAnswers() {
    file(SampleGguf.chat());

    assertThat(prepare(Task.GENERATION, "llama").lockChanged()).isTrue();
  }

  @Test
  void aFileWithVectorsOfAnotherLengthIsAnotherModels() {
    file(encoder().number("bert.embedding_length", 768));

    assertThatThrownBy(() -> prepare(Task.EMBEDDING, "bert"))
        .isInstanceOf(DimensionMismatchException.class)
        .hasMessageContaining("\"small:gguf-q8_0\" gives 768 dimensions, not 384")
        .hasMessageContaining("Expected by: the catalog");
    assertNeverFoundAndFetchedOnce(Task.EMBEDDING);
  }

  @Test
  void aFileThatReadsFewerTokensIsAnotherModels() {
    file(encoder().number("bert.context_length", 64));

    assertThatThrownBy(() -> prepare(Task.EMBEDDING, "bert"))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its file is for texts of 64 tokens, and not of 128")
        .hasMessageContaining("File: model.gguf");
  }

  @Test
  void aFileForAnotherPoolingIsAnotherModels() {
    file(encoder().number("bert.pooling_type", 2));

    assertThatThrownBy(() -> prepare(Task.EMBEDDING, "bert"))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its file is for cls pooling, and not for mean");
  }

  @Test
  void aChatModelSaysHowConversationsAreWritten() {
    file(SampleGguf.empty().text("general.architecture", "llama"));

    assertThatThrownBy(() -> prepare(Task.GENERATION, "llama"))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its file has no chat template");
  }

  @Test
  void aTokenizerThatCameAfterTheEngineIsNotRun() {
    file(SampleGguf.chat().text("tokenizer.ggml.pre", "superbpe"));

    assertThatThrownBy(() -> prepare(Task.GENERATION, "llama"))
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("(gguf, llama, tokenizer.ggml.pre \"superbpe\")");

    file(SampleGguf.chat().text("tokenizer.ggml.pre", "smollm"));
    assertThat(prepare(Task.GENERATION, "llama").lockChanged()).isTrue();
  }

  @Test
  void weightsThatNobodyKnewYetAreNotRun() {
    file(SampleGguf.encoder().tensor("extra", 41, 1120, 32).data(1184));

    assertThatThrownBy(() -> prepare(Task.EMBEDDING, "bert"))
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("(gguf, weights of the type 41, which came later)");
  }

  @Test
  void aPointerOfGitLfsIsNoModel() {
    String pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 1200\n"
            .formatted("a".repeat(64));
    source.with("model.gguf", pointer).with("model.onnx", pointer);

    assertThatThrownBy(() -> prepare(Task.EMBEDDING, "bert"))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its file is a pointer of Git LFS in the place of the file itself")
        .hasMessageContaining("File: model.gguf");
    assertNeverFoundAndFetchedOnce(Task.EMBEDDING);
    WantedModel onnx = wanted(catalog(Task.EMBEDDING, "bert"), "small:onnx-fp32");
    assertThatThrownBy(
            () -> store().install(List.of(onnx), source.asFetchers(), TransferListener.SILENT))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("File: model.onnx");
  }

  @Test
  void onePartOfSeveralIsNoModel() {
    file(encoder().number("split.no", 1).number("split.count", 3));

    assertThatThrownBy(() -> prepare(Task.EMBEDDING, "bert"))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its file is part 2 of 3");
    assertNeverFoundAndFetchedOnce(Task.EMBEDDING);
  }

  @Test
  void whatAFileDoesNotSayContradictsNothing() {
    file(encoder().number("bert.pooling_type", 0));

    assertThat(prepare(Task.EMBEDDING, "bert").lockChanged()).isTrue();
  }

  private static SampleGguf encoder() {
    return SampleGguf.empty().text("general.architecture", "bert");
  }

  @Test
  void whatNoEngineRunsIsNotLocked() {
    file(SampleGguf.encoder());
    ProjectLocking locking =
        new ProjectLocking(catalog(Task.EMBEDDING, "gemma-embedding"), store(), source::asFetchers);

    assertThatThrownBy(() -> locking.lock(request(Task.EMBEDDING)))
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("use the variant \"small:onnx-fp32\"");
    assertThat(folder.resolve("models.lock")).doesNotExist();
  }

  @Test
  void aCheckFindsWhatNoEngineRuns() {
    file(SampleGguf.encoder());
    prepare(Task.EMBEDDING, "bert");

    assertThat(check(Task.EMBEDDING, "bert")).isEmpty();
    assertThat(check(Task.EMBEDDING, "gemma-embedding"))
        .hasEntrySatisfying(
            "small",
            problem ->
                assertThat(problem)
                    .isInstanceOf(UnsupportedArchitectureException.class)
                    .hasMessageContaining("(gguf, gemma-embedding)"));
  }

  /** As an application fetches it, which has engines to judge by. */
  @Test
  void aCheckLooksIntoTheFilesThatAreHere() {
    file(SampleGguf.empty().text("general.architecture", "gemma-embedding"));
    store()
        .install(
            List.of(wanted(catalog(Task.EMBEDDING, "bert"), "small")),
            source.asFetchers(),
            TransferListener.SILENT);

    assertThat(check(Task.EMBEDDING, "bert").get("small"))
        .isInstanceOf(UnsupportedArchitectureException.class);
  }

  private Map<String, ModelException> check(Task task, String architecture) {
    return models(task, architecture).check(request(task)).unusable();
  }

  @Test
  void theDefaultsOfTheCatalogCanBeRunOrSayWhatCan() {
    RunnableModels runnable = new RunnableModels(Catalog.builtIn());

    for (String name : List.of("tiny:gguf-q8_0", "minilm", "bge-m3", "tinyllama-1.1b-chat")) {
      assertThatCode(() -> require(runnable, name)).doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> require(runnable, "qwen3-embed-0.6b"))
        .hasMessageContaining("(gguf, qwen3)")
        .hasMessageContaining("use the variant \"qwen3-embed-0.6b:onnx-int8\"");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    RunnableModels runnable = new RunnableModels(Catalog.builtIn());

    assertThatThrownBy(
            () -> require(runnable, "minilm", "qwen3-embed-0.6b", "embeddinggemma:gguf-q8_0"))
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("qwen3-embed-0.6b")
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .singleElement()
                    .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                    .isInstanceOf(UnsupportedArchitectureException.class)
                    .hasMessageContaining("embeddinggemma:gguf-q8_0"));
  }

  private static void require(RunnableModels runnable, String... selectors) {
    runnable.require(
        Arrays.stream(selectors).map(selector -> wanted(Catalog.builtIn(), selector)).toList(),
        LicencePolicy.none());
  }

  private void file(SampleGguf content) {
    source.with("model.gguf", content.bytes());
  }

  private void assertNeverFoundAndFetchedOnce(Task task) {
    assertThat(store().find(wanted(catalog(task, "bert"), "small").exactly().orElseThrow()))
        .isEmpty();
    assertThat(source.fetches).hasValue(1);
    assertThat(folder.resolve("models.lock")).doesNotExist();
  }

  private ProjectResult prepare(Task task, String architecture) {
    return models(task, architecture).prepare(request(task));
  }

  private ProjectModels models(Task task, String architecture) {
    return new ProjectModels(
        catalog(task, architecture), store(), source::asFetchers, TransferListener.SILENT);
  }

  private ProjectRequest request(Task task) {
    return new ProjectRequest(
        "com.acme:shop",
        List.of(Manifest.of(List.of(new ModelUse("small", task, "com.acme.Search")))),
        folder.resolve("models.lock"),
        Optional.empty(),
        LicencePolicy.none());
  }

  private ModelStore store() {
    return new ModelStore(new StoreLayout(folder.resolve("store")));
  }

  private static WantedModel wanted(Catalog catalog, String selector) {
    return WantedModel.of(catalog.select(selector));
  }

  private Catalog catalog(Task task, String architecture) {
    return Catalog.of(
        List.of(
            new CatalogModel(
                "small",
                Map.of(),
                "For tests",
                task,
                task == Task.EMBEDDING ? 384 : 0,
                List.of(),
                task == Task.EMBEDDING,
                "",
                "",
                false,
                List.of(
                    variant("gguf-q8_0", "gguf", architecture),
                    variant("onnx-fp32", "onnx", architecture)))));
  }

  private Variant variant(String id, String format, String architecture) {
    String file = "model." + format;
    return new Variant(
        id,
        format,
        "any",
        architecture,
        128,
        Pooling.MEAN,
        "MIT",
        Source.parse("hf:somebody/small"),
        InMemorySource.COMMIT,
        Attestation.MULTIPLE,
        List.of(new ModelFile(FileRole.MODEL, file, source.digest(file), null, source.size(file))));
  }
}
