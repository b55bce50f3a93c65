package dev.larder.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.PrivateModule;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import com.google.inject.util.Modules;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.InvalidFileException;
import dev.larder.api.ModelException;
import dev.larder.api.NotFetchedException;
import dev.larder.api.TextRole;
import dev.larder.core.Models;
import dev.larder.core.catalog.Task;
import dev.larder.core.engine.EngineFinder;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelUse;
import dev.larder.core.project.ApplicationModels;
import dev.larder.guice.Injected.ByConstructor;
import dev.larder.guice.Injected.ByField;
import dev.larder.guice.Injected.ByMap;
import dev.larder.guice.Injected.ByProvider;
import dev.larder.guice.Injected.ByProviderMethod;
import dev.larder.guice.Injected.BySetter;
import jakarta.inject.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredEnginesTest {

  @TempDir Path home;
  private final CountingEngines engines = new CountingEngines();
  private SampleStore store;

  @BeforeEach
  void openStore() {
    store = SampleStore.in(home);
  }

  private Module declaring(ModelUse... uses) {
    return declaring(List.of(), uses);
  }

  private Module declaring(List<ModelException> problems, ModelUse... uses) {
    ApplicationModels application =
        new ApplicationModels(List.of(Manifest.of(List.of(uses))), ModelsLock.empty(), problems);
    Models models = Models.of(store.registry(), new EngineFinder(List.of(engines)));
    return Modules.combine(
        new DeclaredEngines(application, application.names(store.catalog())),
        binder -> binder.bind(Models.class).toInstance(models));
  }

  private static ModelUse use(String model, Task task) {
    return new ModelUse(model, task, "app.Search");
  }

  private static final ModelUse WORDS = use("words", Task.EMBEDDING);
  private static final ModelUse TERMS = use("terms", Task.EMBEDDING);

  @Test
  void everyStyleOfInjectionGetsTheOneEngineOfItsModel() {
    store.registry().ensure("words");
    Injector injector = Guice.createInjector(declaring(WORDS, TERMS), new Injected.Methods());

    EmbeddingEngine engine = injector.getInstance(ByConstructor.class).engine();

    assertThat(injector.getInstance(ByField.class).engine).isSameAs(engine);
    assertThat(injector.getInstance(ByProvider.class).engine().get()).isSameAs(engine);
    assertThat(injector.getInstance(ByProviderMethod.class).engine()).isSameAs(engine);
    assertThat(injector.getInstance(BySetter.class).engine()).isSameAs(engine);
    assertThat(injector.getInstance(Injected.ByAlias.class).engine()).isSameAs(engine);
    engine.embed("text", TextRole.QUERY);
    assertThat(engines.opened).hasValue(1);
  }

  @Test
  void inProductionTooNothingIsOpenedBeforeItsFirstUse() {
    store.registry().ensure("words");

    Injector injector =
        Guice.createInjector(
            Stage.PRODUCTION,
            declaring(WORDS),
            binder -> binder.bind(ByConstructor.class).asEagerSingleton());

    assertThat(engines.opened).hasValue(0);
    injector.getInstance(ByConstructor.class).engine().embed("text", TextRole.QUERY);
    assertThat(engines.opened).hasValue(1);
  }

  @Test
  void allMissingModelsAreReportedAtTheStart() {
    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    Stage.PRODUCTION,
                    declaring(WORDS, TERMS, use("chat", Task.GENERATION)),
                    binder -> binder.bind(ByConstructor.class).asEagerSingleton()))
        .isInstanceOf(CreationException.class)
        .satisfies(failure -> assertGolden("missing-models.txt", failure));
  }

  @Test
  void aModelThatIsRemovedLaterIsAnErrorWhereItIsInjected() {
    store.registry().ensure("words");
    Injector injector = Guice.createInjector(declaring(WORDS));
    store.registry().remove("words");

    assertThatThrownBy(() -> injector.getInstance(ByConstructor.class))
        .isInstanceOf(ProvisionException.class)
        .hasCauseInstanceOf(NotFetchedException.class)
        .satisfies(failure -> assertGolden("missing-model.txt", failure));

    store.registry().ensure("words");
    assertThat(injector.getInstance(ByConstructor.class).engine().dimensions()).isEqualTo(8);
  }

  @Test
  void aMapHasAllEnginesOfATypeByTheirSelectors() {
    List.of("words", "chat").forEach(store.registry()::ensure);
    Injector injector = Guice.createInjector(declaring(WORDS, TERMS, use("chat", Task.GENERATION)));

    ByMap map = injector.getInstance(ByMap.class);

    assertThat(map.engines()).containsOnlyKeys("words", "terms");
    assertThat(map.engines().values())
        .extracting(Provider::get)
        .containsOnly(injector.getInstance(ByConstructor.class).engine());
    assertThat(map.writers()).containsOnlyKeys("chat");
    assertThat(map.judges()).isEmpty();
  }

  @Test
  void vectorsHaveTheLengthThatIsDeclared() {
    store.registry().ensure("short");
    Injector injector =
        Guice.createInjector(declaring(new ModelUse("short", Task.EMBEDDING, 4, "app.Search")));

    EmbeddingEngine engine =
        injector.getInstance(UsesModelLiteral.key(EmbeddingEngine.class, "short"));

    assertThat(engine.dimensions()).isEqualTo(4);
    assertThat(engine.embed("text", TextRole.QUERY).vector()).hasSize(4);
  }

  @Test
  void aLengthThatTheModelDoesNotGiveIsReportedOnce() {
    store.registry().ensure("short");

    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    declaring(new ModelUse("short", Task.EMBEDDING, 5, "app.Search"))))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("[Models/DimensionMismatch]")
        .hasMessageContaining("app.Search")
        .hasMessageContaining("1 error");
  }

  @Test
  void warmingUpOpensWhatIsDeclared() {
    store.registry().ensure("words");
    Injector injector = Guice.createInjector(declaring(WORDS, TERMS));

    injector.getInstance(Models.class).warmUp();

    assertThat(engines.opened).hasValue(1);
  }

  @Test
  void injectorsOfOneProcessShareASessionThatTheLastCloses() {
    store.registry().ensure("words");
    Injector one = Guice.createInjector(declaring(WORDS));
    Injector other = Guice.createInjector(declaring(WORDS));
    EmbeddingEngine survivor = other.getInstance(ByConstructor.class).engine();
    one.getInstance(ByConstructor.class).engine().embed("text", TextRole.QUERY);
    survivor.embed("text", TextRole.QUERY);

    one.getInstance(Models.class).close();

    assertThat(engines.opened).hasValue(1);
    assertThat(survivor.embed("text", TextRole.QUERY).dimensions()).isEqualTo(8);
    other.getInstance(Models.class).close();
    assertThat(engines.closed).hasValue(1);
  }

  @Test
  void privateModulesSeeTheEnginesOfTheirInjectorOrHaveTheirOwn() {
    store.registry().ensure("words");

    Injector injector =
        Guice.createInjector(
            declaring(WORDS), exposing(Key.get(ByConstructor.class), Modules.EMPTY_MODULE));
    Injector apart =
        Guice.createInjector(
            exposing(Key.get(ByConstructor.class), declaring(WORDS)),
            exposing(Key.get(ByProvider.class), declaring(WORDS)));

    assertThat(injector.getInstance(ByConstructor.class).engine())
        .isSameAs(injector.getInstance(Models.class).embedding("words"));
    apart.getInstance(ByConstructor.class).engine().embed("text", TextRole.QUERY);
    apart.getInstance(ByProvider.class).engine().get().embed("text", TextRole.QUERY);
    assertThat(engines.opened).hasValue(1);
    assertThat(apart.getExistingBinding(Key.get(Models.class))).isNull();
  }

  private static <T> Module exposing(Key<T> key, Module inside) {
    return new PrivateModule() {
      @Override
      protected void configure() {
        install(inside);
        bind(key.getTypeLiteral());
        expose(key);
      }
    };
  }

  @Test
  void childInjectorsShareTheEnginesOfTheirParent() {
    store.registry().ensure("words");
    Injector parent = Guice.createInjector(declaring(WORDS));

    Injector child = parent.createChildInjector(binder -> binder.bind(ByConstructor.class));

    assertThat(child.getInstance(ByConstructor.class).engine())
        .isSameAs(parent.getInstance(Models.class).embedding("words"));
  }

  @Test
  void allThatIsWrongIsReportedAtOnceAndOnlyOnce() {
    InvalidFileException unreadable =
        new InvalidFileException(
            "library.jar!/META-INF/larder/models.json", "it is not JSON", "compile it again", null);

    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    declaring(
                        List.of(unreadable),
                        WORDS,
                        use("word", Task.EMBEDDING),
                        new ModelUse("word", Task.EMBEDDING, "app.Index"),
                        use("chat", Task.EMBEDDING),
                        use("words", Task.RERANK)),
                    new AbstractModule() {
                      @Override
                      protected void configure() {
                        requireBinding(UsesModelLiteral.key(EmbeddingEngine.class, "word"));
                      }
                    }))
        .isInstanceOf(CreationException.class)
        .satisfies(failure -> assertGolden("wrong-declarations.txt", failure));
  }

  @Test
  void aTestMayBindAnotherEngineWhereTheModelIsMissing() {
    EmbeddingEngine other = engineWithoutModel();

    Injector injector =
        Guice.createInjector(
            Modules.override(declaring(WORDS))
                .with(
                    binder ->
                        binder
                            .bind(UsesModelLiteral.key(EmbeddingEngine.class, "words"))
                            .toInstance(other)));

    assertThat(injector.getInstance(ByConstructor.class).engine()).isSameAs(other);
  }

  @Test
  void modelsClosesTheInjectedEngines() {
    store.registry().ensure("words");
    Injector injector = Guice.createInjector(declaring(WORDS));
    EmbeddingEngine engine = injector.getInstance(ByConstructor.class).engine();
    engine.embed("text", TextRole.QUERY);

    injector.getInstance(Models.class).close();

    assertThat(engines.closed).hasValue(1);
    assertThatThrownBy(() -> engine.embed("text", TextRole.QUERY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("words");
    assertThatThrownBy(() -> injector.getInstance(ByConstructor.class))
        .hasCauseInstanceOf(IllegalStateException.class)
        .hasMessageContaining("words");
  }

  private EmbeddingEngine engineWithoutModel() {
    store.registry().ensure("words");
    EmbeddingEngine engine = engines.open(store.registry().require("words"));
    store.registry().remove("words");
    return engine;
  }

  private void assertGolden(String name, Throwable failure) throws IOException {
    try (InputStream golden = Objects.requireNonNull(getClass().getResourceAsStream(name), name)) {
      assertThat(
              String.valueOf(failure.getMessage())
                  .replace(home.toString(), "<store>")
                  .replaceAll("java:\\d+", "java:<line>"))
          .isEqualToNormalizingNewlines(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
