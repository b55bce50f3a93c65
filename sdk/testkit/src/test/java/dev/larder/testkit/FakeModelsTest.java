package dev.larder.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import dev.larder.api.DimensionMismatchException;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.GenerationEngine;
import dev.larder.api.GenerationRequest;
import dev.larder.api.TextRole;
import dev.larder.api.UnknownModelException;
import dev.larder.api.UsesModel;
import dev.larder.api.WrongTaskException;
import dev.larder.core.Models;
import dev.larder.core.catalog.Attestation;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ManifestFormat;
import dev.larder.core.manifest.ModelDefinition;
import dev.larder.core.manifest.ModelUse;
import dev.larder.guice.ModelsModule;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeModelsTest {

  @TempDir Path classes;
  private final Thread thread = Thread.currentThread();
  private final ClassLoader own = thread.getContextClassLoader();
  private URLClassLoader application;

  private record Assistant(EmbeddingEngine memory, GenerationEngine voice) {

    @Inject
    Assistant(
        @UsesModel("minilm") EmbeddingEngine memory,
        @UsesModel("smollm2-135m-instruct") GenerationEngine voice) {
      this.memory = memory;
      this.voice = voice;
    }
  }

  @BeforeEach
  void startApplication() throws IOException {
    declare("minilm", Task.EMBEDDING, "smollm2-135m-instruct", Task.GENERATION);
    application = new URLClassLoader(new URL[] {classes.toUri().toURL()}, own);
    thread.setContextClassLoader(application);
  }

  @AfterEach
  void endApplication() throws IOException {
    thread.setContextClassLoader(own);
    application.close();
  }

  private void declare(String one, Task oneTask, String other, Task otherTask) throws IOException {
    write(
        Manifest.of(
            List.of(
                new ModelUse(one, oneTask, "app.Assistant"),
                new ModelUse(other, otherTask, "app.Assistant"))));
  }

  private void write(Manifest manifest) throws IOException {
    Path file = classes.resolve(Manifest.PATH);
    Files.createDirectories(file.getParent());
    Files.write(file, ManifestFormat.write(manifest));
  }

  @Test
  void standsForModelsModule() {
    Assistant assistant = Guice.createInjector(FakeModels.module()).getInstance(Assistant.class);

    assertThat(assistant.memory().embed("text", TextRole.QUERY).dimensions()).isEqualTo(384);
    assertThat(assistant.voice().generate(GenerationRequest.of("hello")).text()).isEqualTo("hello");
  }

  @Test
  void overridesModelsModule() {
    Injector injector =
        Guice.createInjector(Modules.override(new ModelsModule()).with(FakeModels.module()));

    assertThat(injector.getInstance(Assistant.class).memory())
        .isInstanceOf(FakeEmbeddingEngine.class);
    assertThat(injector.getInstance(Models.class)).isInstanceOf(FakeModels.class);
  }

  @Test
  void theEnginesOfAnInjectorCanBeScriptedAndAsked() {
    Injector injector = Guice.createInjector(FakeModels.module());
    FakeModels models = injector.getInstance(FakeModels.class);
    models.generation("smollm2-135m-instruct").answer("forty-two");

    Assistant assistant = injector.getInstance(Assistant.class);
    assistant.memory().embed("life", TextRole.QUERY);

    assertThat(assistant.voice().generate(GenerationRequest.of("?")).text()).isEqualTo("forty-two");
    assertThat(models.embedding("minilm").calls())
        .containsExactly(EmbeddingRequest.of(List.of("life"), TextRole.QUERY));
  }

  @Test
  void everyInjectorHasItsOwnEngines() {
    Module module = FakeModels.module();

    assertThat(Guice.createInjector(module).getInstance(FakeModels.class))
        .isNotSameAs(Guice.createInjector(module).getInstance(FakeModels.class));
  }

  @Test
  void aWrongDeclarationIsReportedOnceWithModelsModuleToo() throws IOException {
    declare("minilm", Task.GENERATION, "minilm", Task.EMBEDDING);

    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    Modules.override(new ModelsModule()).with(FakeModels.module())))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("[Models/WrongTask]")
        .hasMessageContaining("1 error");
  }

  @Test
  void vectorsAreCutWhereTheModelAllowsIt() {
    FakeModels models = new FakeModels();

    assertThat(models.embedding("nomic-embed", 256).embed("text", TextRole.QUERY).dimensions())
        .isEqualTo(256);
    assertThat(models.embedding("minilm", 384)).isSameAs(models.embedding("minilm"));
    assertThatThrownBy(() -> models.embedding("minilm", 256))
        .isInstanceOf(DimensionMismatchException.class);
  }

  @Test
  void everyStyleOfInjectionGetsTheFake() {
    Injector injector = Guice.createInjector(FakeModels.module());
    FakeEmbeddingEngine fake = injector.getInstance(FakeModels.class).embedding("minilm");

    Styles styles = injector.getInstance(Styles.class);

    assertThat(styles.perhaps()).containsSame(fake);
    assertThat(styles.all()).containsOnlyKeys("minilm");
    assertThat(styles.all().values()).extracting(Provider::get).containsExactly(fake);
  }

  private record Styles(
      Optional<EmbeddingEngine> perhaps, Map<String, Provider<EmbeddingEngine>> all) {

    @Inject
    Styles(
        @UsesModel("minilm") Optional<EmbeddingEngine> perhaps,
        Map<String, Provider<EmbeddingEngine>> all) {
      this.perhaps = perhaps;
      this.all = all;
    }
  }

  @Test
  void warmingUpAsksNothing() {
    FakeModels models = new FakeModels();
    FakeEmbeddingEngine engine = models.embedding("minilm");

    models.warmUp();

    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void knowsTheModelsThatTheApplicationDefines() throws IOException {
    CatalogModel tiny = Catalog.builtIn().select("tiny").model();
    Variant variant = tiny.defaultVariant();
    ModelDefinition own =
        new ModelDefinition(
            new CatalogModel(
                "acme-embed",
                Map.of(),
                "An own model",
                Task.EMBEDDING,
                12,
                List.of(),
                true,
                "",
                "",
                false,
                List.of(
                    new Variant(
                        "onnx",
                        "onnx",
                        "",
                        "bert",
                        64,
                        Pooling.MEAN,
                        "LicenseRef-Acme",
                        variant.source(),
                        variant.revision(),
                        Attestation.OWN,
                        variant.files()))),
            "app.Assistant");
    write(
        new Manifest(
            List.of(new ModelUse("acme-embed", Task.EMBEDDING, "app.Assistant")),
            List.of(own),
            List.of(),
            ""));

    FakeModels models = Guice.createInjector(FakeModels.module()).getInstance(FakeModels.class);

    assertThat(models.embedding("acme-embed").embed("text", TextRole.QUERY).dimensions())
        .isEqualTo(12);
  }

  @Test
  void selectorsOfOneVariantShareAnEngine() {
    FakeModels models = new FakeModels();

    assertThat(models.embedding("tiny"))
        .isSameAs(models.embedding("tiny:onnx-fp32"))
        .isNotSameAs(models.embedding("tiny:gguf-q8_0"));
  }

  @Test
  void knowsTheCatalogOnly() {
    FakeModels models = new FakeModels();

    assertThatThrownBy(() -> models.embedding("no-such-model"))
        .isInstanceOf(UnknownModelException.class);
    assertThatThrownBy(() -> models.rerank("minilm")).isInstanceOf(WrongTaskException.class);
  }

  @Test
  void useAfterCloseNamesTheModel() {
    FakeModels models = new FakeModels();
    FakeEmbeddingEngine engine = models.embedding("minilm");
    models.close();

    assertThatThrownBy(() -> engine.embed("text", TextRole.QUERY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("minilm");
    assertThatThrownBy(() -> models.embedding("minilm"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("minilm");
  }
}
