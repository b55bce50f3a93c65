package dev.larder.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.LockOutOfDateException;
import dev.larder.core.SampleModels;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Task;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.lock.Scope;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelUse;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.InMemorySource;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of an application and of its tests, in builds that see both and in builds that do not. */
class TestDeclarationsTest {

  private final SampleModels samples = new SampleModels();
  private final InMemorySource source =
      new InMemorySource().with("words.onnx", "words.onnx").with("fixture.onnx", "fixture.onnx");

  @TempDir private Path folder;
  private Path lock;

  @BeforeEach
  void nameTheLock() {
    lock = folder.resolve("project/models.lock");
  }

  @Test
  void whatOnlyTestsDeclareIsLockedWithAMarkAndNotPacked() {
    ProjectResult result = prepare(read(List.of("words"), List.of("words", "fixture")));

    assertThat(marks(result.lock())).containsExactly("fixture TEST", "words APPLICATION");
    assertThat(marks(result.application())).containsExactly("words APPLICATION");
    assertThat(marks(result.tests())).containsExactly("fixture TEST", "words APPLICATION");
    assertThat(result.installations()).hasSize(2);
    assertThat(new LockFile(lock).read()).isEqualTo(result.lock());
  }

  @Test
  void theStoreKnowsThatTheProjectNeedsItsTestsModels() {
    prepare(read(List.of("words"), List.of("fixture")));

    assertThat(store().projects().living())
        .flatExtracting(project -> project.models())
        .extracting(model -> model.name())
        .containsExactlyInAnyOrder("words", "fixture");
  }

  @Test
  void aBuildThatDoesNotSeeTheTestsLeavesTheirModelsAlone() throws IOException {
    prepare(read(List.of("words"), List.of("fixture")));
    String before = Files.readString(lock);

    for (TestKnowledge knowledge : List.of(TestKnowledge.UNKNOWN, TestKnowledge.PENDING)) {
      ProjectResult result = prepareFrozen(unread(knowledge, "words"));

      assertThat(result.lockChanged()).isFalse();
      assertThat(marks(result.application())).containsExactly("words APPLICATION");
      assertThat(result.tests().models()).isEmpty();
      assertThat(locking().lock(request(unread(knowledge, "words"), Optional.empty())).changes())
          .isEmpty();
    }
    assertThat(lock).hasContent(before);
  }

  @Test
  void whatTheApplicationNoLongerDeclaresStaysUntilTheTestsWereLookedAt() {
    prepare(read(List.of("words", "fixture"), List.of()));

    ProjectResult pending = prepareFrozen(unread(TestKnowledge.PENDING, "words"));
    assertThat(marks(pending.lock())).containsExactly("fixture APPLICATION", "words APPLICATION");
    assertThat(marks(pending.application())).containsExactly("words APPLICATION");

    ProjectResult after = prepare(read(List.of("words"), List.of("fixture")));
    assertThat(marks(after.lock())).containsExactly("fixture TEST", "words APPLICATION");
  }

  @Test
  void whatTheApplicationNoLongerDeclaresGoesWhereNobodyLooksAtTheTests() {
    prepare(read(List.of("words", "fixture"), List.of()));

    assertThat(marks(prepare(unread(TestKnowledge.UNKNOWN, "words")).lock()))
        .containsExactly("words APPLICATION");
  }

  @Test
  void whatTheApplicationComesToDeclareLosesItsMarkAtOnce() {
    prepare(read(List.of("words"), List.of("fixture")));

    assertThat(marks(prepare(unread(TestKnowledge.PENDING, "words", "fixture")).lock()))
        .containsExactly("fixture APPLICATION", "words APPLICATION");
  }

  @Test
  void whatNoTestDeclaresAnyMoreLeavesTheLock() {
    prepare(read(List.of("words"), List.of("fixture")));

    assertThat(marks(prepare(read(List.of("words"), List.of())).lock()))
        .containsExactly("words APPLICATION");
  }

  @Test
  void aMarkIsPartOfWhatAFrozenLockMustSay() {
    prepare(read(List.of("words"), List.of("fixture")));
    assertThatThrownBy(() -> prepareFrozen(read(List.of("words", "fixture"), List.of())))
        .isInstanceOf(LockOutOfDateException.class)
        .hasMessageContaining("\"fixture\" is declared in the application, but locked for tests");

    prepare(read(List.of("words", "fixture"), List.of()));
    assertThatThrownBy(() -> prepareFrozen(read(List.of("words"), List.of("fixture"))))
        .isInstanceOf(LockOutOfDateException.class)
        .hasMessageContaining("\"fixture\" is locked for the application, but only tests declare");
  }

  @Test
  void aCheckFindsAModelOfTheTestsThatIsMissing() {
    prepare(read(List.of("words"), List.of()));
    ProjectCheck check =
        models().check(request(read(List.of("words"), List.of("fixture")), Optional.empty()));

    assertThat(check.differences()).containsExactly("\"fixture\" is declared, but not locked");
    assertThat(check.missing()).extracting(model -> model.key().text()).containsExactly("fixture");
  }

  @Test
  void movingToTheCatalogKeepsWhatTestsThatWereNotSeenMayNeed() {
    prepare(read(List.of("words"), List.of("fixture")));

    assertThat(
            marks(
                locking()
                    .update(request(unread(TestKnowledge.UNKNOWN, "words"), Optional.empty()))
                    .after()))
        .containsExactly("fixture TEST", "words APPLICATION");
  }

  @Test
  void nothingDeclaredIsSuspiciousOnlyWhereSomethingShouldBe() {
    ModelsLock ofTests = prepare(read(List.of(), List.of("fixture"))).lock();

    assertThat(unread(TestKnowledge.UNKNOWN).areMissing(ofTests)).isFalse();
    assertThat(unread(TestKnowledge.PENDING).areMissing(ofTests)).isFalse();
    assertThat(read(List.of(), List.of()).areMissing(ofTests)).isTrue();
    assertThat(read(List.of(), List.of()).areMissing(ModelsLock.empty())).isFalse();
  }

  private static List<String> marks(ModelsLock lock) {
    return lock.models().stream().map(TestDeclarationsTest::mark).toList();
  }

  private static String mark(LockedModel model) {
    Scope scope = model.scope();
    return model.key() + " " + scope;
  }

  private static Declarations read(List<String> application, List<String> tests) {
    return new Declarations(List.of(using(application)), List.of(using(tests)), TestKnowledge.READ);
  }

  private static Declarations unread(TestKnowledge knowledge, String... application) {
    return new Declarations(List.of(using(List.of(application))), List.of(), knowledge);
  }

  private static Manifest using(List<String> models) {
    return Manifest.of(
        models.stream()
            .map(model -> new ModelUse(model, Task.EMBEDDING, "com.acme.Search"))
            .toList());
  }

  private ProjectResult prepare(Declarations declarations) {
    return models().prepare(request(declarations, Optional.empty()));
  }

  private ProjectResult prepareFrozen(Declarations declarations) {
    return models().prepare(request(declarations, Optional.of("CI=true")));
  }

  private ProjectRequest request(Declarations declarations, Optional<String> frozenBy) {
    return new ProjectRequest(
        "com.acme:shop",
        declarations,
        lock,
        frozenBy,
        LicencePolicy.none(),
        ProjectPlatforms.ofMachine());
  }

  private ProjectModels models() {
    return new ProjectModels(catalog(), store(), source::asFetchers, TransferListener.SILENT);
  }

  private ProjectLocking locking() {
    return new ProjectLocking(catalog(), store(), Fetchers::none);
  }

  private ModelStore store() {
    return new ModelStore(new StoreLayout(folder.resolve("store")));
  }

  private Catalog catalog() {
    return Catalog.of(
        Stream.of("words", "fixture")
            .map(name -> samples.model(name, Task.EMBEDDING, "onnx"))
            .toList());
  }
}
