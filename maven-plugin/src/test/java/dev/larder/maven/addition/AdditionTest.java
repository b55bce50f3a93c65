package dev.larder.maven.addition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.LicenceDeniedException;
import dev.larder.api.UnknownModelException;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.project.LicencePolicy;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.maven.AddableModels;
import dev.larder.maven.questions.Answer;
import dev.larder.maven.questions.Question;
import dev.larder.maven.questions.Questions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdditionTest {

  @TempDir private Path home;

  private final AddableModels models = new AddableModels();
  private final List<Question> asked = new ArrayList<>();

  @Test
  void fetchesWhatIsNamedAndNamesUnusualTerms() {
    Added added = named("small:onnx-int8", "walled");

    assertThat(added.problem()).isEmpty();
    assertThat(added.lines())
        .containsExactly(
            "Fetched small:onnx-int8 (onnx-int8, 15 B) from hf:acme/small",
            "Fetched walled (onnx-fp32, 16 B) from hf:acme/walled",
            "  Its licence, Gemma Terms of Use, is not an open-source one: read it before you use"
                + " the model",
            "  Its repository is gated: who fetches it has to accept its terms there first");
  }

  @Test
  void whatIsThereIsNotFetchedAgain() {
    named("small");

    assertThat(named("small").lines()).containsExactly("small:onnx-fp32 is in the store already");
    assertThat(models.fetches).hasValue(1);
  }

  @Test
  void aWrongNameStopsEverything() {
    assertThatThrownBy(() -> named("walled", "smal"))
        .isInstanceOf(UnknownModelException.class)
        .hasMessageContaining("Did you mean: small");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void aDeniedLicenceStopsEverything() {
    Addition addition = addition(new LicencePolicy(List.of("MIT"), List.of()));

    assertThatThrownBy(() -> addition.named(List.of("small", "walled"), TransferListener.SILENT))
        .isInstanceOf(LicenceDeniedException.class);
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void oneThatCannotBeHadDoesNotStopTheOthers() {
    Added added = named("broken", "small");

    assertThat(added.fetched()).hasSize(1);
    assertThat(added.problem()).hasValueSatisfying(text -> assertThat(text).contains("broken"));
  }

  @Test
  void allAsksWithTheSizeOfWhatIsMissing() {
    named("small");

    Added added = all(Answer.NO);

    assertThat(asked)
        .containsExactly(new Question("Fetch 2 models, 32 B, into %s?".formatted(home), Answer.NO));
    assertThat(added.lines()).containsExactly("Nothing was fetched");
    assertThat(added.problem()).isEmpty();
    assertThat(models.fetches).hasValue(1);
  }

  @Test
  void allFetchesEverythingThatTheLicencePolicyAllows() {
    Added added =
        addition(new LicencePolicy(List.of(), List.of("Gemma Terms of Use")))
            .all(Questions.ALWAYS_YES, TransferListener.SILENT);

    assertThat(added.fetched())
        .extracting(model -> model.model().key().text())
        .containsExactly("small");
    assertThat(added.failures()).hasSize(1);
  }

  @Test
  void whereNobodyCanBeAskedYesHasToBeSaid() {
    assertThat(all(Answer.NONE).problem())
        .hasValueSatisfying(text -> assertThat(text).contains("-Dmodels.yes"));
    assertThat(models.fetches).hasValue(0);
  }

  private Added all(Answer answer) {
    Questions questions =
        question -> {
          asked.add(question);
          return answer;
        };
    return addition(LicencePolicy.none()).all(questions, TransferListener.SILENT);
  }

  private Added named(String... selectors) {
    return addition(LicencePolicy.none()).named(List.of(selectors), TransferListener.SILENT);
  }

  private Addition addition(LicencePolicy policy) {
    return new Addition(
        models.catalog(),
        ModelsLock.empty(),
        new ModelStore(new StoreLayout(home)),
        models::fetchers,
        policy);
  }
}
