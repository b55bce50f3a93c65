package dev.larder.maven.addition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.LicenceDeniedException;
import dev.larder.api.UnknownModelException;
import dev.larder.api.UnsupportedArchitectureException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.project.LicencePolicy;
import dev.larder.maven.SampleStore;
import dev.larder.maven.questions.Answer;
import dev.larder.maven.questions.Question;
import dev.larder.maven.questions.Questions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdditionTest {

  @TempDir private Path home;

  private final List<Question> asked = new ArrayList<>();
  private SampleStore sample;

  @BeforeEach
  void theStoreIsEmpty() {
    sample = new SampleStore(home);
  }

  @Test
  void fetchesWhatIsNamed() {
    Added added = named("small:gguf-q8_0", "walled");

    assertThat(added.problem()).isEmpty();
    assertThat(added.lines())
        .containsExactly(
            "Fetched small:gguf-q8_0 (gguf-q8_0, 242 B) from hf:acme/small (the hub)",
            "Fetched walled (onnx-int8, 39 B) from hf:acme/walled (the hub)");
  }

  @Test
  void whatIsThereIsNotFetchedAgain() {
    named("small");

    assertThat(named("small").lines()).containsExactly("small:onnx-fp32 is in the store already");
    assertThat(sample.fetches).hasValue(2);
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
    Addition addition = addition(new LicencePolicy(List.of("Apache-2.0"), List.of()));

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
        .containsExactly(new Question("Fetch 2 models, 78 B, into %s?".formatted(home), Answer.NO));
    assertThat(added.lines()).containsExactly("Nothing was fetched");
    assertThat(added.problem()).isEmpty();
    assertThat(sample.fetches).hasValue(2);
  }

  @Test
  void allFetchesEverythingThatTheLicencePolicyAllows() {
    Added added =
        addition(new LicencePolicy(List.of(), List.of("Walled Terms")))
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
    assertThat(sample.fetches).hasValue(0);
  }

  @Test
  void termsAreNamedBeforeTheQuestion() {
    List<String> told = new ArrayList<>();
    TransferListener listener =
        new TransferListener() {
          @Override
          public void announces(String model, String licence) {
            told.add(model + ": " + licence);
          }
        };

    addition(LicencePolicy.none())
        .all(
            question -> {
              told.add("asked");
              return Answer.NO;
            },
            listener);

    assertThat(told)
        .containsExactly("broken: MIT", "small: Apache-2.0", "walled: Walled Terms", "asked");
  }

  @Test
  void whatNoEngineRunsStopsEverything() {
    assertThatThrownBy(
            () -> known().named(List.of("minilm", "qwen3-embed-0.6b"), TransferListener.SILENT))
        .isInstanceOf(UnsupportedArchitectureException.class)
        .hasMessageContaining("use the variant \"qwen3-embed-0.6b:onnx-int8\"");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void allIsWhatAnEngineRuns() {
    List<String> told = new ArrayList<>();
    TransferListener listener =
        new TransferListener() {
          @Override
          public void announces(String model, String licence) {
            told.add(model);
          }
        };

    known().all(question -> Answer.NO, listener);

    assertThat(told).contains("minilm", "bge-base-en-v1.5").doesNotContain("qwen3-embed-0.6b");
  }

  private Addition known() {
    return new Addition(
        Catalog.builtIn(),
        ModelsLock.empty(),
        sample.store,
        sample::fetchers,
        LicencePolicy.none());
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
        SampleStore.CATALOG, ModelsLock.empty(), sample.store, sample::fetchers, policy);
  }
}
