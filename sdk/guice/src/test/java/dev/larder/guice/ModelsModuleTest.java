package dev.larder.guice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.larder.api.DownloadFailedException;
import dev.larder.api.NotFetchedException;
import dev.larder.core.ModelRegistry;
import dev.larder.core.Models;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Task;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ManifestFormat;
import dev.larder.core.manifest.ModelUse;
import dev.larder.core.store.StoreLayout;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsModuleTest {

  @TempDir Path classes;
  @TempDir Path home;
  private final Thread thread = Thread.currentThread();
  private final ClassLoader own = thread.getContextClassLoader();
  private final String ownHome = System.getProperty(StoreLayout.PROPERTY);
  private URLClassLoader application;

  @BeforeEach
  void startApplication() throws IOException {
    application = new URLClassLoader(new URL[] {classes.toUri().toURL()}, own);
    thread.setContextClassLoader(application);
    System.setProperty(StoreLayout.PROPERTY, home.toString());
  }

  @AfterEach
  void endApplication() throws IOException {
    System.setProperty(StoreLayout.PROPERTY, ownHome);
    thread.setContextClassLoader(own);
    application.close();
  }

  private void declare(String model) throws IOException {
    write(
        Manifest.PATH,
        ManifestFormat.write(
            Manifest.of(List.of(new ModelUse(model, Task.EMBEDDING, "app.Search")))));
  }

  private void write(String path, byte[] content) throws IOException {
    Path file = classes.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  @Test
  void readsWhatTheApplicationDeclaresAndLooksOnlyIntoTheStore() throws IOException {
    declare("minilm");

    assertThatThrownBy(() -> Guice.createInjector(new ModelsModule()))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("[Models/NotFetched] Model \"minilm\" is not on this machine.")
        .hasMessageContaining("Looked in: " + home)
        .hasMessageContaining("To fix: run mvn models:fetch in the project that declares it\n")
        .hasMessageContaining("at app.Search");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void fetchesNothingUnlessItIsTold() throws IOException {
    declare("minilm");
    offer(Refusing.class);

    assertThatThrownBy(() -> Guice.createInjector(new ModelsModule()))
        .hasMessageContaining("[Models/NotFetched]");
  }

  @Test
  void fetchesWhatIsMissingWithWhatIsOnTheClassPath() throws IOException {
    declare("minilm");
    offer(Refusing.class);

    assertThatThrownBy(() -> Guice.createInjector(ModelsModule.builder().fetchMissing().build()))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("[Models/DownloadFailed]")
        .hasMessageContaining(Refusing.ADDRESS);
  }

  @Test
  void saysWhatToAddWhereNothingOnTheClassPathFetches() throws IOException {
    declare("minilm");

    assertThatThrownBy(() -> Guice.createInjector(ModelsModule.builder().fetchMissing().build()))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("[Models/NotFetched]")
        .hasMessageContaining("add dev.larder:models-hub to fetch it from here");
  }

  private void offer(Class<? extends Fetcher> fetcher) throws IOException {
    write(
        "META-INF/services/" + Fetcher.class.getName(),
        fetcher.getName().getBytes(StandardCharsets.UTF_8));
  }

  /** A line that is down. */
  public static final class Refusing implements Fetcher {

    static final String ADDRESS = "https://models.example/refused";

    @Override
    public boolean fetches(Source source) {
      return true;
    }

    @Override
    public Fetched fetch(FetchRequest request) {
      throw new DownloadFailedException(ADDRESS, "nobody answers", 0, null);
    }
  }

  @Test
  void bindsModelsAndRegistryOnce() {
    Injector injector = Guice.createInjector(new ModelsModule());

    assertThat(injector.getInstance(Models.class)).isSameAs(injector.getInstance(Models.class));
    assertThat(injector.getInstance(ModelRegistry.class))
        .isSameAs(injector.getInstance(ModelRegistry.class));
  }

  @Test
  void severalModulesMayInstallIt() {
    Injector injector =
        Guice.createInjector(
            new ModelsModule(),
            new AbstractModule() {
              @Override
              protected void configure() {
                install(new ModelsModule());
                install(ModelsModule.builder().build());
              }
            });

    assertThat(injector.getInstance(Models.class)).isNotNull();
  }

  @Test
  void neverFetches() {
    ModelRegistry registry =
        Guice.createInjector(new ModelsModule()).getInstance(ModelRegistry.class);

    assertThatThrownBy(() -> registry.ensure("minilm")).isInstanceOf(NotFetchedException.class);
  }

  @Test
  void aModelThatNobodyKnowsKeepsTheApplicationFromStarting() throws IOException {
    declare("minilmm");

    assertThatThrownBy(() -> Guice.createInjector(new ModelsModule()))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("[Models/UnknownModel] No model is named \"minilmm\".")
        .hasMessageContaining("Did you mean: minilm");
  }

  @Test
  void aLockThatCannotBeReadKeepsTheApplicationFromStarting() throws IOException {
    write(ModelsLock.PATH, new byte[] {0});

    assertThatThrownBy(() -> Guice.createInjector(new ModelsModule()))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("[Models/InvalidFile]")
        .hasMessageContaining(ModelsLock.PATH);
  }
}
