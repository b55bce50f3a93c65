package dev.larder.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.util.Modules;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.InvalidFileException;
import dev.larder.api.ModelException;
import dev.larder.api.NotProcessedException;
import dev.larder.core.Models;
import dev.larder.core.engine.EngineFinder;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.project.ApplicationModels;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that was compiled without the processor: its code asks, no manifest says so. */
class UnprocessedUseTest {

  @TempDir Path home;
  private SampleStore store;

  @BeforeEach
  void openStore() {
    store = SampleStore.in(home);
  }

  private Module withoutManifest(ModelException... problems) {
    ApplicationModels application =
        new ApplicationModels(List.of(), ModelsLock.empty(), List.of(problems));
    Models models = Models.of(store.registry(), new EngineFinder(List.of(new CountingEngines())));
    return Modules.combine(
        new DeclaredEngines(application, application.names(store.catalog())),
        binder -> binder.bind(Models.class).toInstance(models));
  }

  @Test
  void isReportedAtTheStartForAllTypesThatTheInjectorKnows() {
    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    withoutManifest(),
                    binder -> {
                      binder.bind(Injected.ByConstructor.class);
                      binder.bind(Injected.ByField.class);
                      binder.bind(Injected.ByProvider.class);
                      binder.bind(Optionally.ByConstructor.class);
                    }))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining(says(Injected.ByConstructor.class))
        .hasMessageContaining(says(Injected.ByField.class))
        .hasMessageContaining(says(Injected.ByProvider.class))
        .hasMessageContaining(says(Optionally.ByConstructor.class))
        .hasMessageContaining("4 errors");
  }

  @Test
  void isReportedWhereItIsInjectedOtherwise() {
    Injector injector = Guice.createInjector(withoutManifest());

    assertThatThrownBy(() -> injector.getInstance(Injected.ByConstructor.class))
        .isInstanceOf(ProvisionException.class)
        .hasCauseInstanceOf(NotProcessedException.class)
        .hasMessageContaining(says(Injected.ByConstructor.class))
        .hasMessageContaining("<artifactId>models-processor</artifactId>");
  }

  @Test
  void isReportedToWhoAsksTheInjectorItself() {
    Injector injector = Guice.createInjector(withoutManifest());

    assertThatThrownBy(
            () -> injector.getInstance(UsesModelLiteral.key(EmbeddingEngine.class, "words")))
        .isInstanceOf(ProvisionException.class)
        .hasMessageContaining("[Models/NotProcessed] Code declares a model");
  }

  @Test
  void isNoneWhereSomebodyElseBindsTheEngine() {
    store.registry().ensure("words");
    EmbeddingEngine other = new CountingEngines().open(store.registry().require("words"));

    Injector injector =
        Guice.createInjector(
            withoutManifest(),
            binder -> {
              binder.bind(UsesModelLiteral.key(EmbeddingEngine.class, "words")).toInstance(other);
              binder.bind(Injected.ByConstructor.class);
            });

    assertThat(injector.getInstance(Injected.ByConstructor.class).engine()).isSameAs(other);
  }

  @Test
  void aManifestThatCannotBeReadIsTheOneThingToSay() {
    InvalidFileException unreadable =
        new InvalidFileException("app.jar", "it is not JSON", "compile it again", null);

    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    withoutManifest(unreadable),
                    binder -> binder.bind(Injected.ByConstructor.class)))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("[Models/InvalidFile] File app.jar")
        .hasMessageContaining("1 error");
  }

  private static String says(Class<?> type) {
    return "$%s declares a model, and no manifest was written for it"
        .formatted(type.getSimpleName());
  }
}
