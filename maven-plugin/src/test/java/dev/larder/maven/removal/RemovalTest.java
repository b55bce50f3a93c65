package dev.larder.maven.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.UnknownModelException;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.lock.RecordedModel;
import dev.larder.core.project.LicencePolicy;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.maven.AddableModels;
import dev.larder.maven.addition.Addition;
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

  private final AddableModels models = new AddableModels();
  private ModelStore store;
  private Path lock;

  @BeforeEach
  void twoVariantsOfOneModelAreInTheStore() {
    store = new ModelStore(new StoreLayout(folder.resolve("store")));
    lock = folder.resolve("models.lock");
    new Addition(
            models.catalog(), ModelsLock.empty(), store, models::fetchers, LicencePolicy.none())
        .named(List.of("small", "small:onnx-int8"), TransferListener.SILENT);
  }

  @Test
  void aNameMeansEveryVariant() {
    Removed removed = remove(Questions.ALWAYS_YES, "small");

    assertThat(removed.lines())
        .containsExactly(
            "Removed small:onnx-fp32@%s (15 B)".formatted(AddableModels.REVISION),
            "Removed small:onnx-int8@%s (15 B)".formatted(AddableModels.REVISION),
            "To get it back: mvn models:add -Dmodels.name=small:onnx-fp32@%1$s,small:onnx-int8@%1$s"
                .formatted(AddableModels.REVISION));
    assertThat(inStore()).isEmpty();
    assertThat(store.record().read().models()).hasSize(2);
  }

  @Test
  void aVariantMeansItself() {
    remove(Questions.ALWAYS_YES, "small:onnx-int8");

    assertThat(inStore()).containsExactly("onnx-fp32");
  }

  @Test
  void theQuestionNamesWhatWillBeRemoved() {
    Removed removed =
        remove(
            question -> {
              assertThat(question.text())
                  .isEqualTo("Remove small:onnx-int8@%s (15 B)?".formatted(AddableModels.REVISION));
              assertThat(question.usual()).isEqualTo(Answer.NO);
              return Answer.NO;
            },
            "small:onnx-int8");

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
                    .formatted(AddableModels.REVISION, lock)
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
    return new Removal(models.catalog(), store).run(request, questions);
  }

  private List<String> inStore() {
    return store.record().read().models().stream()
        .map(RecordedModel::model)
        .filter(model -> store.find(model).isPresent())
        .map(LockedModel::variant)
        .toList();
  }
}
