package dev.larder.maven.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.InvalidFileException;
import dev.larder.api.UnknownModelException;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.lock.RecordedModel;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.SampleStore;
import dev.larder.maven.questions.Answer;
import dev.larder.maven.questions.Questions;
import dev.larder.maven.removal.RemovalRequest.Others;
import dev.larder.maven.removal.Removed.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalTest {

  @TempDir private Path folder;

  private ModelStore store;
  private Path lock;

  @BeforeEach
  void twoVariantsOfOneModelAreInTheStore() {
    SampleStore sample = new SampleStore(folder.resolve("store"));
    store = sample.store;
    lock = folder.resolve("models.lock");
    sample.install("small");
    sample.install("small:gguf-q8_0");
  }

  @Test
  void aNameMeansEveryVariant() {
    Removed removed = remove(Questions.ALWAYS_YES, "small");

    assertThat(removed.lines())
        .containsExactly(
            "Removed small:gguf-q8_0@%s (242 B)".formatted(SampleStore.REVISION),
            "Removed small:onnx-fp32@%s (39 B)".formatted(SampleStore.REVISION),
            "To get it back: mvn models:add -Dmodels.name=small:gguf-q8_0@%1$s,small:onnx-fp32@%1$s"
                .formatted(SampleStore.REVISION));
    assertThat(inStore()).isEmpty();
    assertThat(store.record().read().models()).hasSize(2);
  }

  @Test
  void whatHasNoRecordIsRemovedToo() throws IOException {
    Files.delete(folder.resolve("store/models.lock"));

    Removed removed = remove(Questions.ALWAYS_YES, "small:gguf-q8_0");

    assertThat(removed.lines())
        .containsExactly("Removed small:gguf-q8_0@%s (242 B)".formatted(SampleStore.REVISION));
    assertThat(folder.resolve("store/cache/models/small/gguf-q8_0/" + SampleStore.REVISION))
        .doesNotExist();
  }

  @Test
  void aVariantMeansItself() {
    remove(Questions.ALWAYS_YES, "small:gguf-q8_0");

    assertThat(inStore()).containsExactly("onnx-fp32");
  }

  @Test
  void theQuestionNamesWhatWillBeRemoved() {
    Removed removed =
        remove(
            question -> {
              assertThat(question.text())
                  .isEqualTo("Remove small:gguf-q8_0@%s (242 B)?".formatted(SampleStore.REVISION));
              assertThat(question.usual()).isEqualTo(Answer.NO);
              return Answer.NO;
            },
            "small:gguf-q8_0");

    assertThat(removed.lines()).containsExactly("Nothing was removed");
    assertThat(removed.problem()).isEmpty();
    assertThat(inStore()).hasSize(2);
  }

  @Test
  void whereNobodyCanBeAskedYesHasToBeSaid() {
    Removed removed = remove(question -> Answer.NONE, "small");

    assertThat(removed.problem())
        .hasValueSatisfying(text -> assertThat(text).contains("-Dmodels.yes"));
    assertThat(inStore()).hasSize(2);
  }

  @Test
  void whatAnotherProjectLocksIsRefusedAsAWhole() throws IOException {
    anotherProjectLocks("onnx-fp32");

    Removed removed = remove(Questions.ALWAYS_YES, "small");

    assertThat(removed.problem())
        .hasValue(
            "small:onnx-fp32@%s is locked by com.acme:shop (%s)\n"
                    .formatted(SampleStore.REVISION, lock)
                + "-Dmodels.force removes it all the same");
    assertThat(inStore()).hasSize(2);
  }

  @Test
  void forceGoesOverThat() throws IOException {
    anotherProjectLocks("onnx-fp32");

    Removed removed =
        run(new RemovalRequest(List.of("small"), Set.of(), Others.IGNORE), Questions.ALWAYS_YES);

    assertThat(removed.outcome()).isEqualTo(Outcome.REMOVED);
    assertThat(inStore()).isEmpty();
  }

  @Test
  void onesOwnLockIsNoReason() throws IOException {
    anotherProjectLocks("onnx-fp32");

    run(new RemovalRequest(List.of("small"), Set.of(lock), Others.RESPECT), Questions.ALWAYS_YES);

    assertThat(inStore()).isEmpty();
  }

  @Test
  void aProjectThatIsGoneLocksNothing() throws IOException {
    anotherProjectLocks("onnx-fp32");
    Files.delete(lock);

    remove(Questions.ALWAYS_YES, "small");

    assertThat(inStore()).isEmpty();
  }

  @Test
  void whereNotEveryProjectIsKnownOnlyForceRemoves() throws IOException {
    Files.writeString(folder.resolve("store/projects.json"), "{");
    anotherProjectLocks("onnx-fp32");

    assertThatThrownBy(() -> remove(Questions.ALWAYS_YES, "small"))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("projects.json.damaged");
    assertThat(inStore()).hasSize(2);

    run(new RemovalRequest(List.of("small"), Set.of(), Others.IGNORE), Questions.ALWAYS_YES);
    assertThat(inStore()).isEmpty();
  }

  @Test
  void whatIsNotThereNeedsNoQuestion() {
    Removed removed = remove(question -> Answer.NONE, "walled");

    assertThat(removed.problem()).isEmpty();
    assertThat(removed.lines()).containsExactly("walled is not in the store");
  }

  @Test
  void aNameThatNobodyKnowsIsAnError() {
    assertThatThrownBy(() -> remove(Questions.ALWAYS_YES, "small", "smal"))
        .isInstanceOf(UnknownModelException.class);
    assertThat(inStore()).hasSize(2);
  }

  private void anotherProjectLocks(String variant) throws IOException {
    LockedModel model =
        store.record().read().models().stream()
            .map(RecordedModel::model)
            .filter(recorded -> recorded.variant().equals(variant))
            .findFirst()
            .orElseThrow();
    ModelsLock models = ModelsLock.of(List.of(model));
    Files.write(lock, LockFormat.write(models));
    store.projects().note("com.acme:shop", lock, models);
  }

  private Removed remove(Questions questions, String... selectors) {
    return run(new RemovalRequest(List.of(selectors), Set.of(), Others.RESPECT), questions);
  }

  private Removed run(RemovalRequest request, Questions questions) {
    return new Removal(SampleStore.CATALOG, store).run(request, questions);
  }

  private List<String> inStore() {
    return store.record().read().models().stream()
        .map(RecordedModel::model)
        .filter(model -> store.find(model).isPresent())
        .map(LockedModel::variant)
        .toList();
  }
}
