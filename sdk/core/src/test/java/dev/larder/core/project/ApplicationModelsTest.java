package dev.larder.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.GenerationEngine;
import dev.larder.api.InvalidFileException;
import dev.larder.core.SampleModels;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Task;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.AliasDefinition;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ManifestFormat;
import dev.larder.core.manifest.ModelDefinition;
import dev.larder.core.manifest.ModelUse;
import dev.larder.core.store.WantedModel;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationModelsTest {

  private static final byte[] NONSENSE = "nonsense".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private final List<URL> classPath = new ArrayList<>();

  private void jar(String name, String path, byte[] content) throws IOException {
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry(path));
      out.write(content);
    }
    classPath.add(jar.toUri().toURL());
  }

  private static byte[] manifest(ModelUse... uses) {
    return ManifestFormat.write(Manifest.of(List.of(uses)));
  }

  private static ModelUse use(String model, Task task, String type) {
    return new ModelUse(model, task, type);
  }

  private static byte[] lock(LockedModel... models) {
    return LockFormat.write(ModelsLock.of(List.of(models)));
  }

  private static LockedModel locked(String name, String licence) {
    LockedModel model =
        WantedModel.of(
                Catalog.of(List.of(new SampleModels().model(name, Task.EMBEDDING, "onnx")))
                    .select(name))
            .exactly()
            .orElseThrow();
    return new LockedModel(
        model.key(),
        model.variant(),
        model.source(),
        model.revision(),
        model.dimensions(),
        licence,
        model.integrity(),
        model.files());
  }

  private ApplicationModels read() throws IOException {
    try (URLClassLoader loader = new URLClassLoader(classPath.toArray(URL[]::new), null)) {
      return ApplicationModels.onClassPath(loader);
    }
  }

  @Test
  void anApplicationThatDeclaresNothingIsEmpty() throws IOException {
    assertThat(read()).isEqualTo(new ApplicationModels(List.of(), ModelsLock.empty(), List.of()));
  }

  @Test
  void listsEveryEngineOnceWithTheTypesThatAskForIt() throws IOException {
    jar(
        "app.jar",
        Manifest.PATH,
        manifest(
            use("words", Task.EMBEDDING, "app.Search"),
            use("words", Task.EMBEDDING, "app.Index"),
            use("words:gguf", Task.EMBEDDING, "app.Index")));
    jar(
        "library.jar",
        Manifest.PATH,
        manifest(
            use("words", Task.EMBEDDING, "library.Dedupe"),
            use("words", Task.GENERATION, "library.Odd")));

    assertThat(read().engines())
        .containsExactly(
            new DeclaredEngine(
                EmbeddingEngine.class,
                "words",
                List.of("app.Index", "app.Search", "library.Dedupe")),
            new DeclaredEngine(GenerationEngine.class, "words", List.of("library.Odd")),
            new DeclaredEngine(EmbeddingEngine.class, "words:gguf", List.of("app.Index")));
  }

  @Test
  void ownModelsAndLengthsAreFoundAtRunTime() throws IOException {
    CatalogModel model = new SampleModels().own("acme", "hf:acme/embed");
    jar(
        "app.jar",
        Manifest.PATH,
        manifest(new ModelUse("default-embed", Task.EMBEDDING, 4, "app.Search")));
    jar(
        "library.jar",
        Manifest.PATH,
        ManifestFormat.write(
            new Manifest(
                List.of(),
                List.of(new ModelDefinition(model, "library.package-info")),
                List.of(
                    new AliasDefinition(
                        "default-embed", Selector.parse("acme"), "library.package-info")),
                "")));

    ApplicationModels models = read();
    DeclaredCatalog names = models.names(Catalog.of(List.of()));

    assertThat(names.problems()).isEmpty();
    assertThat(names.catalog().select("default-embed").model()).isEqualTo(model);
    assertThat(models.engines())
        .containsExactly(
            new DeclaredEngine(EmbeddingEngine.class, "default-embed", 4, List.of("app.Search")));
  }

  @Test
  void whatJarsDoNotAgreeAboutIsToldWithBoth() throws IOException {
    jar("one.jar", Manifest.PATH, manifest(use("words@1", Task.EMBEDDING, "one.Search")));
    jar("other.jar", Manifest.PATH, manifest(use("words@2", Task.EMBEDDING, "other.Search")));
    Catalog catalog =
        Catalog.of(List.of(new SampleModels().model("words", Task.EMBEDDING, "onnx")));

    assertThat(read().names(catalog).problems())
        .singleElement()
        .extracting(Throwable::getMessage)
        .asString()
        .containsPattern("one.Search of \\S+one.jar")
        .containsPattern("other.Search of \\S+other.jar");
  }

  @Test
  void inATestTheApplicationsDefinitionStillGoesBeforeItsLibraries() throws IOException {
    Path tests = folder.resolve("test-classes");
    Path manifest = tests.resolve(Manifest.PATH);
    Files.createDirectories(manifest.getParent());
    Files.write(manifest, manifest(use("acme", Task.EMBEDDING, "app.SearchTest")));
    classPath.add(tests.toUri().toURL());
    jar("app.jar", Manifest.PATH, defining("acme", "hf:acme/embed"));
    jar("one.jar", Manifest.PATH, defining("acme", "hf:acme/better"));

    DeclaredCatalog names = read().names(Catalog.of(List.of()));
    assertThat(names.problems()).isEmpty();
    assertThat(names.catalog().select("acme").variant().source().text()).isEqualTo("hf:acme/embed");

    jar("two.jar", Manifest.PATH, defining("other", "hf:acme/one"));
    jar("three.jar", Manifest.PATH, defining("other", "hf:acme/two"));
    assertThat(read().names(Catalog.of(List.of())).problems()).hasSize(1);
  }

  private static byte[] defining(String name, String source) {
    return ManifestFormat.write(
        new Manifest(
            List.of(),
            List.of(new ModelDefinition(new SampleModels().own(name, source), "some.package-info")),
            List.of(),
            ""));
  }

  @Test
  void theLockThatComesFirstOnTheClassPathDecides() throws IOException {
    jar("app.jar", ModelsLock.PATH, lock(locked("words", "MIT")));
    jar(
        "library.jar",
        ModelsLock.PATH,
        lock(locked("words", "Apache-2.0"), locked("others", "Apache-2.0")));

    assertThat(read().lock().models())
        .containsExactly(locked("others", "Apache-2.0"), locked("words", "MIT"));
  }

  @Test
  void whatCannotBeReadIsAProblemAndTheRestIsRead() throws IOException {
    jar("bad-manifest.jar", Manifest.PATH, NONSENSE);
    jar("bad-lock.jar", ModelsLock.PATH, NONSENSE);
    jar("good.jar", Manifest.PATH, manifest(use("words", Task.EMBEDDING, "app.Search")));

    ApplicationModels models = read();

    assertThat(models.engines()).extracting(DeclaredEngine::model).containsExactly("words");
    assertThat(models.problems())
        .hasOnlyElementsOfType(InvalidFileException.class)
        .extracting(Throwable::getMessage)
        .satisfiesExactly(
            manifest -> assertThat(manifest).contains("bad-manifest.jar!/" + Manifest.PATH),
            lock -> assertThat(lock).contains("bad-lock.jar!/" + ModelsLock.PATH));
  }

  @Test
  void aJarThatWasReplacedIsReadAgain() throws IOException {
    jar("app.jar", Manifest.PATH, manifest(use("words", Task.EMBEDDING, "app.Search")));
    read();
    jar("app.jar", Manifest.PATH, manifest(use("other-words", Task.EMBEDDING, "app.Search")));

    assertThat(read().engines()).extracting(DeclaredEngine::model).containsOnly("other-words");
  }

  @Test
  void theApplicationIsWhatTheThreadSees() throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[0])) {
      thread.setContextClassLoader(loader);
      assertThat(ApplicationModels.classLoader()).isSameAs(loader);

      thread.setContextClassLoader(null);
      assertThat(ApplicationModels.classLoader())
          .isSameAs(ApplicationModels.class.getClassLoader());
    } finally {
      thread.setContextClassLoader(own);
    }
  }
}
