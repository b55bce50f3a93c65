package dev.larder.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.util.Modules;
import dev.larder.api.DownloadFailedException;
import dev.larder.api.EmbeddingEngine;
import dev.larder.core.Models;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Task;
import dev.larder.core.engine.EngineFinder;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelUse;
import dev.larder.core.project.ApplicationModels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionalEngineTest {

  private static final ModelUse WORDS = use("words", Task.EMBEDDING, Optionally.class);

  @TempDir Path home;
  private SampleStore store;
  private Models models;

  @BeforeEach
  void openStore() {
    store = SampleStore.in(home);
    models = Models.of(store.registry(), new EngineFinder(List.of(new CountingEngines())));
  }

  private Module declaring(ModelUse... uses) {
    ApplicationModels application =
        new ApplicationModels(List.of(Manifest.of(List.of(uses))), ModelsLock.empty(), List.of());
    return Modules.combine(
        new DeclaredEngines(application, application.names(store.catalog())),
        binder -> binder.bind(Models.class).toInstance(models));
  }

  private static ModelUse use(String model, Task task, Class<?> type) {
    return new ModelUse(model, task, type.getName());
  }

  @Test
  void isThereWhereTheModelIs() {
    store.registry().ensure("words");

    Injector injector = Guice.createInjector(declaring(WORDS));

    assertThat(injector.getInstance(Optionally.ByConstructor.class).engine())
        .containsSame(models.embedding("words"));
    assertThat(injector.getInstance(Optionally.ByField.class).engine.get())
        .containsSame(models.embedding("words"));
  }

  @Test
  void isEmptyWhereTheModelIsMissingAndKeepsNothingFromStarting() {
    Injector injector =
        Guice.createInjector(
            Stage.PRODUCTION,
            declaring(WORDS),
            binder -> binder.bind(Optionally.ByConstructor.class).asEagerSingleton());

    assertThat(injector.getInstance(Optionally.ByConstructor.class).engine()).isEmpty();
    assertThat(injector.getInstance(Optionally.ByField.class).engine.get()).isEmpty();
  }

  @Test
  void aModelThatOthersNeedIsMissedAllTheSame() {
    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    declaring(WORDS, use("chat", Task.GENERATION, Optionally.class))))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("Model \"chat\" is not on this machine")
        .hasMessageContaining("1 error");
    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    declaring(WORDS, use("words", Task.EMBEDDING, Injected.class))))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("Model \"words\" is not on this machine");
  }

  @Test
  void codeThatCannotBeLookedAtNeedsItsModels() {
    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    declaring(new ModelUse("words", Task.EMBEDDING, "app.WithoutClass"))))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("Model \"words\" is not on this machine");
  }

  @Test
  void whatIsWrongOtherwiseIsNoAbsence() {
    Injector injector = Guice.createInjector(declaring(WORDS));
    models.close();

    assertThatThrownBy(() -> injector.getInstance(Optionally.ByConstructor.class))
        .isInstanceOf(ProvisionException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void isEmptyWhereTheModelIsToBeFetchedAndDoesNotCome() {
    SampleStore unreachable = SampleStore.in(home, new Unreachable());
    models =
        Models.fetching(unreachable.registry(), new EngineFinder(List.of(new CountingEngines())));

    Injector injector = Guice.createInjector(declaring(WORDS));

    assertThat(injector.getInstance(Optionally.ByConstructor.class).engine()).isEmpty();
    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    declaring(WORDS, use("words", Task.EMBEDDING, Injected.class))))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("[Models/DownloadFailed]");
  }

  @Test
  void anOptionalOfTheApplicationsOwnMayLeadToAnEngine() {
    store.registry().ensure("words");

    Injector injector =
        Guice.createInjector(
            declaring(WORDS),
            binder ->
                OptionalBinder.newOptionalBinder(binder, EmbeddingEngine.class)
                    .setDefault()
                    .to(UsesModelLiteral.key(EmbeddingEngine.class, "words")));

    assertThat(injector.getInstance(new Key<Optional<EmbeddingEngine>>() {}))
        .containsSame(models.embedding("words"));
  }

  /** A line that is down. */
  private static final class Unreachable implements Fetcher {

    @Override
    public boolean fetches(Source source) {
      return true;
    }

    @Override
    public Fetched fetch(FetchRequest request) {
      throw new DownloadFailedException("https://models.example/words", "nobody answers", 0, null);
    }
  }
}
