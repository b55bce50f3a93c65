package dev.larder.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.ConflictingDeclarationsException;
import dev.larder.api.DimensionMismatchException;
import dev.larder.api.ModelException;
import dev.larder.api.UnknownModelException;
import dev.larder.core.SampleModels;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Task;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.AliasDefinition;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelDefinition;
import dev.larder.core.manifest.ModelUse;
import dev.larder.core.store.WantedModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclaredCatalogTest {

  private static final Manifest APPLICATION = Manifest.of(List.of());

  private final SampleModels samples = new SampleModels();
  private final Catalog builtIn =
      Catalog.of(
          List.of(
              samples.model("words", Task.EMBEDDING, "onnx", "gguf"),
              samples.model("chat", Task.GENERATION, "gguf")));

  @Test
  void ownModelsAndAliasesAreKnownBesideTheCatalog() {
    DeclaredCatalog names =
        names(
            defining("app", samples.own("acme", "hf:acme/embed")),
            aliasing("lib", "default", "acme"),
            aliasing("lib2", "small", "words:gguf@1"));

    assertThat(names.problems()).isEmpty();
    assertThat(names.catalog().select("default").key().text()).isEqualTo("acme");
    assertThat(names.catalog().select("small").key().text()).isEqualTo("words:gguf@1");
    assertThat(names.catalog().select("small:onnx").key().text()).isEqualTo("words:onnx@1");
    assertThat(names.catalog().knows("words-alias")).isTrue();
  }

  @Test
  void theSameDefinitionInTwoJarsIsOne() {
    CatalogModel model = samples.own("acme", "hf:acme/embed");

    DeclaredCatalog names =
        names(
            defining("one", model),
            defining("other", model),
            aliasing("one", "default", "acme"),
            aliasing("other", "default", "acme"));

    assertThat(names.problems()).isEmpty();
    assertThat(names.warnings()).isEmpty();
  }

  @Test
  void twoLibrariesThatDefineOneNameOtherwiseAreBothNamed() {
    DeclaredCatalog names =
        names(
            APPLICATION,
            defining("one", samples.own("acme", "hf:acme/embed")),
            defining("other", samples.own("acme", "hf:acme/better")));

    assertThat(names.problems())
        .singleElement()
        .isInstanceOf(ConflictingDeclarationsException.class)
        .extracting(Throwable::getMessage)
        .asString()
        .contains("it is defined with hf:acme/embed, revision 0123")
        .contains(", in one.jar", "hf:acme/better", ", in other.jar");
  }

  @Test
  void theApplicationsDefinitionGoesFirstWithAWarning() {
    DeclaredCatalog names =
        names(
            defining("app", samples.own("acme", "hf:acme/embed")),
            defining("lib", samples.own("acme", "hf:acme/better")));

    assertThat(names.problems()).isEmpty();
    assertThat(names.warnings())
        .containsExactly(
            "\"acme\" is defined in app.jar and otherwise in lib.jar; the first decides");
    assertThat(names.catalog().select("acme").variant().source().text()).isEqualTo("hf:acme/embed");
  }

  @Test
  void testsCannotDefineOtherwiseWhatTheApplicationFinds() {
    Manifest tests = defining("tests", samples.own("acme", "hf:acme/better"));

    for (List<Manifest> application :
        List.of(
            List.of(defining("app", samples.own("acme", "hf:acme/embed"))),
            List.of(APPLICATION, defining("lib", samples.own("acme", "hf:acme/embed"))))) {
      assertThat(project(application, List.of(tests)).problems())
          .singleElement()
          .isInstanceOf(ConflictingDeclarationsException.class)
          .asString()
          .contains("in tests.jar");
    }
  }

  @Test
  void whatTestsDefineGoesBeforeWhatOnlyTheyNeed() {
    DeclaredCatalog names =
        project(
            List.of(APPLICATION),
            List.of(
                defining("tests", samples.own("acme", "hf:acme/embed")),
                defining("fixtures", samples.own("acme", "hf:acme/better"))));

    assertThat(names.problems()).isEmpty();
    assertThat(names.catalog().select("acme").variant().source().text()).isEqualTo("hf:acme/embed");
  }

  private DeclaredCatalog project(List<Manifest> application, List<Manifest> tests) {
    return DeclaredCatalog.of(
        builtIn, ModelsLock.empty(), new Declarations(application, tests, TestKnowledge.READ));
  }

  @Test
  void aDefinitionGoesBeforeALaterCatalog() {
    DeclaredCatalog names =
        names(
            defining("lib", samples.own("words", "hf:acme/embed")),
            defining("lib", samples.own("chat-alias", "hf:acme/embed")));

    assertThat(names.catalog().select("words").variant().source().text())
        .isEqualTo("hf:acme/embed");
    assertThat(names.catalog().select("chat-alias").model().task()).isEqualTo(Task.EMBEDDING);
    assertThat(names.catalog().select("chat").model().task()).isEqualTo(Task.GENERATION);
  }

  @Test
  void anAliasForTwoModelsIsAProblemEvenIfTheApplicationHasIt() {
    assertThat(problems(aliasing("app", "default", "words"), aliasing("lib", "default", "chat")))
        .containsExactly(
            """
            [Models/ConflictingDeclarations] Two places do not agree about "default".
              Here: it stands for words, in app.jar
              There: it stands for chat, in lib.jar
              To fix: let one module define the name; the others only use it
              More: docs/errors/ConflictingDeclarations.md""");
  }

  @Test
  void anAliasCannotHaveTheNameOfAModel() {
    assertThat(problems(aliasing("app", "words", "chat")))
        .singleElement()
        .asString()
        .contains("it is a model, in the catalog", "it stands for chat, in app.jar");
    assertThat(
            problems(
                defining("app", samples.own("acme", "hf:acme/embed")),
                aliasing("lib", "acme", "words")))
        .singleElement()
        .asString()
        .contains("in app.jar", "in lib.jar");
  }

  @Test
  void anAliasOfNothingOrOfAnotherAliasIsAProblem() {
    assertThat(
            names(aliasing("app", "default", "word"), aliasing("app", "second", "default"))
                .problems())
        .hasSize(2)
        .hasOnlyElementsOfType(UnknownModelException.class);
  }

  @Test
  void twoRevisionsOfOneModelAreAProblemAndABareNameGoesAlong() {
    assertThat(problems(using("app", "words@1"), using("lib", "words:onnx@2"))).isEmpty();
    assertThat(problems(using("app", "words"), using("lib", "words-alias@2"))).isEmpty();
    assertThat(problems(using("app", "words@1"), using("lib", "words@2")))
        .singleElement()
        .asString()
        .contains("revision 1, in app.Type of app.jar", "revision 2, in lib.Type of lib.jar");

    assertThat(
            DeclaredModels.of(
                    builtIn,
                    ModelsLock.empty(),
                    Declarations.of(List.of(using("app", "words"), using("l", "words@2"))),
                    ProjectPlatforms.ofMachine())
                .models())
        .singleElement()
        .extracting(WantedModel::revision)
        .isEqualTo("2");
  }

  @Test
  void dimensionsAreHeldAgainstTheModelAndTheOtherUses() {
    Manifest own = defining("app", samples.own("acme", "hf:acme/embed"));

    assertThat(problems(own, using("a", "acme", 8), using("b", "acme", 0))).isEmpty();
    assertThat(problems(own, using("a", "acme", 4), using("b", "acme", 4))).isEmpty();
    assertThat(problems(own, using("a", "acme", 4), using("b", "acme", 0)))
        .singleElement()
        .asString()
        .contains("4 dimensions, in a.Type of a.jar", "8 dimensions, in b.Type of b.jar");
    assertThat(problems(own, using("a", "acme", 5)))
        .singleElement()
        .asString()
        .contains("gives 8 or 4 dimensions, not 5", "Expected by: a.Type of a.jar");
  }

  @Test
  void dimensionsAreHeldAgainstTheLock() {
    LockedModel locked = WantedModel.of(builtIn.select("words")).exactly().orElseThrow();
    LockedModel other =
        new LockedModel(
            locked.key(),
            locked.variant(),
            locked.source(),
            locked.revision(),
            16,
            locked.licence(),
            locked.integrity(),
            locked.files());

    assertThat(
            DeclaredCatalog.of(
                    builtIn, ModelsLock.of(List.of(other)), List.of(using("app", "words", 8)))
                .problems())
        .singleElement()
        .isInstanceOf(DimensionMismatchException.class)
        .extracting(Throwable::getMessage)
        .asString()
        .contains("gives 16 dimensions, not 8", "while models.lock has 16");
  }

  private DeclaredCatalog names(Manifest... manifests) {
    return DeclaredCatalog.of(builtIn, ModelsLock.empty(), List.of(manifests));
  }

  private List<String> problems(Manifest... manifests) {
    return names(manifests).problems().stream().map(ModelException::getMessage).toList();
  }

  private static Manifest using(String jar, String model) {
    return using(jar, model, 0);
  }

  private static Manifest using(String jar, String model, int dimensions) {
    return Manifest.of(List.of(new ModelUse(model, Task.EMBEDDING, dimensions, jar + ".Type")))
        .from(jar + ".jar!/" + Manifest.PATH);
  }

  private static Manifest defining(String jar, CatalogModel model) {
    return new Manifest(
        List.of(),
        List.of(new ModelDefinition(model, jar + ".package-info")),
        List.of(),
        jar + ".jar!/" + Manifest.PATH);
  }

  private static Manifest aliasing(String jar, String name, String model) {
    return new Manifest(
        List.of(),
        List.of(),
        List.of(new AliasDefinition(name, Selector.parse(model), jar + ".package-info")),
        jar + ".jar!/" + Manifest.PATH);
  }
}
