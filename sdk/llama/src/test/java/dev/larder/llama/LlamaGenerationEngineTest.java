package dev.larder.llama;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.AnswerFormat;
import dev.larder.api.ChatMessage;
import dev.larder.api.CorruptModelException;
import dev.larder.api.Generation;
import dev.larder.api.Generation.End;
import dev.larder.api.GenerationEngine;
import dev.larder.api.GenerationRequest;
import dev.larder.api.GenerationStream;
import dev.larder.api.Sampling;
import dev.larder.testkit.tiny.TinyChatModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LlamaGenerationEngineTest {

  /** As long as a test lets it go on. */
  static final AnswerFormat TICKING =
      new AnswerFormat.Grammar("root ::= \" tick\" (\" tock\" \" tick\")*");

  @TempDir private static Path folder;
  private static GenerationEngine engine;

  @BeforeAll
  static void open() {
    engine = TestModel.chat(folder).generation();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static GenerationRequest question() {
    return GenerationRequest.of("tell me");
  }

  @Test
  void theAnswerIsTheModels() {
    Generation answer = engine.generate(question());

    assertThat(answer.text()).isEqualTo(TinyChatModel.STORY);
    assertThat(answer.end()).isEqualTo(End.FINISHED);
    assertThat(answer.newTokens()).isEqualTo(18);
    assertThat(answer.promptTokens()).isBetween(10, 40);
    assertThat(answer.promptTime()).isPositive();
    assertThat(answer.answerTime()).isPositive();
  }

  @Test
  void thePiecesAreTheAnswer() {
    List<String> pieces = new ArrayList<>();

    Generation answer = engine.generate(question(), pieces::add);

    assertThat(pieces).hasSize(17).startsWith(" once", " a");
    assertThat(String.join("", pieces)).isEqualTo(answer.text());
  }

  @Test
  void theTemplateIsTheModelsOwn() {
    Generation alone = engine.generate(question());
    Generation conversation =
        engine.generate(
            GenerationRequest.of(
                List.of(
                    ChatMessage.system("be brief"),
                    ChatMessage.user("tell me"),
                    ChatMessage.assistant("what"),
                    ChatMessage.user("a story 😀"))));

    assertThat(conversation.text()).isEqualTo(TinyChatModel.STORY);
    assertThat(conversation.promptTokens()).isGreaterThan(alone.promptTokens() + 10);
  }

  @Test
  void everyCharacterReachesTheModel() {
    int without = promptTokens("a story ");

    assertThat(promptTokens("a story 😀")).as("four bytes, each a token").isEqualTo(without + 4);
    assertThat(promptTokens("a story \0")).isEqualTo(without);
  }

  /** The prompt is " user: once a boat", an end of line, and " assistant:". */
  @Test
  void everyTokenThatIsReadIsCounted() throws IOException {
    assertThat(promptTokens("once a boat"))
        .as("with the tokenizer's own at the start")
        .isEqualTo(9);

    try (GenerationEngine other = TestModel.chat(folder).file(withoutStart()).generation()) {
      assertThat(other.generate(GenerationRequest.of("once a boat")).promptTokens()).isEqualTo(8);
    }
  }

  /** The same model with a tokenizer that puts nothing before a text. */
  private static String withoutStart() throws IOException {
    byte[] key = "tokenizer.ggml.add_bos_token".getBytes(UTF_8);
    byte[] file = Files.readAllBytes(folder.resolve(TinyChatModel.GGUF));
    int start = new String(file, ISO_8859_1).indexOf(new String(key, ISO_8859_1));
    // Behind the key come four bytes for the type of its value.
    file[start + key.length + Integer.BYTES] = 0;
    Files.write(folder.resolve("without-start.gguf"), file);
    return "without-start.gguf";
  }

  private static int promptTokens(String question) {
    return engine.generate(GenerationRequest.of(question).withMaxNewTokens(1)).promptTokens();
  }

  @Test
  void theLimitCutsTheAnswer() {
    Generation answer = engine.generate(question().withMaxNewTokens(3));

    assertThat(answer.text()).isEqualTo(" once a small");
    assertThat(answer.newTokens()).isEqualTo(3);
    assertThat(answer.end()).isEqualTo(End.LIMIT);
  }

  @Test
  void theAnswerEndsBeforeAStopString() {
    Generation answer = engine.generate(question().withStop("world", "harb", "boat on"));

    assertThat(answer.text()).isEqualTo(" once a small boat left its ");
    assertThat(answer.end()).isEqualTo(End.STOP);
  }

  @Test
  void aGrammarIsKept() {
    Generation answer =
        engine.generate(
            question().withFormat(new AnswerFormat.Grammar("root ::= (\"yes\" | \"no\")")));

    assertThat(answer.text()).isIn("yes", "no");
    assertThat(answer.end()).isEqualTo(End.FINISHED);
  }

  @Test
  void aSchemaIsKept() {
    Generation answer =
        engine.generate(
            question()
                .withFormat(
                    new AnswerFormat.Json(
                        """
                        {"type": "object", "required": ["boat"], "additionalProperties": false,
                         "properties": {"boat": {"enum": ["small", "large"]}}}\
                        """)));

    assertThat(answer.text().replaceAll("\\s", ""))
        .isIn("{\"boat\":\"small\"}", "{\"boat\":\"large\"}");
  }

  @Test
  void whatIsNoGrammarOrSchemaIsTheCallersFault() {
    assertThatThrownBy(
            () -> engine.generate(question().withFormat(new AnswerFormat.Grammar("root ::= ("))))
        .hasMessageContaining("grammar");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.generate(question().withFormat(new AnswerFormat.Json("{"))))
        .withMessageContaining("not valid JSON in line 1, column 2: it ends too early");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                engine.generate(
                    question().withFormat(new AnswerFormat.Json("{\"type\": \"unheard of\"}"))))
        .withMessageContaining("no \"type\" that llama.cpp knows");
    assertThat(engine.generate(question()).text()).isEqualTo(TinyChatModel.STORY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root ::= missing",
        "root ::= root \"a\" | \"b\"",
        "root ::= \"a\" |",
        "root ::= [a",
        "root ::= \"\\q\"",
        "other ::= \"a\"",
        "root ::= \"a\"\nroot ::= missing"
      })
  void aGrammarThatCannotBeReadIsRefused(String rules) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.generate(question().withFormat(new AnswerFormat.Grammar(rules))))
        .withMessage("The grammar is none that llama.cpp can read");
  }

  /** llama.cpp makes a grammar of it that it cannot read itself. */
  @Test
  void aSchemaThatIsNotKeptToIsRefused() {
    String schema =
        """
        {"$ref": "#/$defs/a_boat", "$defs": {"a_boat": {"type": "object", "properties":
         {"next": {"$ref": "#/$defs/a_boat"}}}}}\
        """;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.generate(question().withFormat(new AnswerFormat.Json(schema))))
        .withMessageContaining("The schema is none that llama.cpp can keep to");
  }

  @Test
  void aFileWithoutChatTemplateIsRefused() throws IOException {
    TestModel model =
        TestModel.chat(folder).file(with("tokenizer.chat_template", "tokenizer.chat_templatx"));

    assertThatThrownBy(model::generation)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its file has no chat template");
  }

  /** Another one, which llama.cpp would take for it, gives other answers. */
  @ParameterizedTest
  @ValueSource(strings = {"{{ message['content'] {%", "{{raise_exception('n')}}"})
  void aChatTemplateThatCannotBeUsedIsNotReplaced(String content) throws IOException {
    TestModel model = TestModel.chat(folder).file(with("{{ message['content'] }}", content));

    assertThatThrownBy(model::generation)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("it cannot use the chat template of the file");
  }

  @Test
  void aChatTemplateMayHaveAnyCharacters() throws IOException {
    TestModel model =
        TestModel.chat(folder)
            .file(with("{{ message['role'] }}", "{{ '\u00F0\u009F\u0098\u0080 said wow' }}"));

    try (GenerationEngine other = model.generation()) {
      assertThat(other.generate(GenerationRequest.of("a \uE000 \uD83D\uDE01")).text())
          .isEqualTo(TinyChatModel.STORY);
    }
  }

  /** The same file with other letters in one place. */
  private static String with(String old, String other) throws IOException {
    byte[] file = Files.readAllBytes(folder.resolve(TinyChatModel.GGUF));
    String text = new String(file, ISO_8859_1);
    Files.write(folder.resolve("other.gguf"), text.replace(old, other).getBytes(ISO_8859_1));
    return "other.gguf";
  }

  @Test
  void theSameSeedGivesTheSameAnswerAndAnotherAnother() {
    List<String> answers =
        IntStream.range(0, 6)
            .mapToObj(i -> question().withMaxNewTokens(40).withSampling(Sampling.at(2, i / 2)))
            .map(request -> engine.generate(request).text())
            .toList();

    assertThat(answers.get(0)).isEqualTo(answers.get(1));
    assertThat(answers.get(2)).isEqualTo(answers.get(3));
    assertThat(answers.get(4)).isEqualTo(answers.get(5));
    assertThat(answers.stream().distinct()).hasSizeGreaterThan(1);
  }

  @Test
  void samplingCanBeNarrowedDownToTheLikeliest() {
    for (Sampling narrow :
        List.of(
            new Sampling(2, 1, 1, 0, 5),
            new Sampling(2, 0, 0.01f, 0, 5),
            new Sampling(2, 0, 1, 0.99f, 5))) {
      assertThat(engine.generate(question().withSampling(narrow)).text())
          .as("%s", narrow)
          .isEqualTo(TinyChatModel.STORY);
    }
  }

  @Test
  void messagesThatLeaveNoRoomAreRefused() {
    GenerationRequest request = GenerationRequest.of("boat ".repeat(TinyChatModel.maxTokens()));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.generate(request))
        .withMessageContaining("leave no room for an answer within 512");
  }

  @Test
  void speakersTakeTurns() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                engine.generate(
                    GenerationRequest.of(List.of(ChatMessage.user("a"), ChatMessage.user("b")))))
        .withMessageContaining("Message 1 is from the wrong speaker");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.generate(GenerationRequest.of(List.of(ChatMessage.system("a")))))
        .withMessage("The last message is not the user's");
  }

  @Test
  void theAnswerEndsWhereTheModelsRoomEnds() {
    Generation answer = engine.generate(question().withFormat(TICKING).withMaxNewTokens(100_000));

    assertThat(answer.end()).isEqualTo(End.LIMIT);
    assertThat(answer.promptTokens() + answer.newTokens()).isEqualTo(TinyChatModel.maxTokens());
  }

  @Test
  void aClosedStreamHasNoFurtherPieces() {
    GenerationStream stream = engine.stream(question().withFormat(TICKING).withMaxNewTokens(400));
    assertThat(stream.next()).startsWith(" ");
    stream.close();
    stream.close();

    assertThat(stream.hasNext()).isFalse();
    assertThatThrownBy(stream::result).isInstanceOf(IllegalStateException.class);
    assertThat(engine.generate(question()).text()).isEqualTo(TinyChatModel.STORY);
  }

  @Test
  void anExceptionOfTheConsumerEndsTheGeneration() {
    IllegalStateException enough = new IllegalStateException("enough");

    assertThatThrownBy(
            () ->
                engine.generate(
                    question().withFormat(TICKING),
                    piece -> {
                      throw enough;
                    }))
        .isSameAs(enough);
  }

  @Test
  void severalAreWrittenAtOnce() {
    List<CompletableFuture<String>> answers =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> engine.generate(question().withMaxNewTokens(1 + i)).text()))
            .toList();

    for (int i = 0; i < answers.size(); i++) {
      String answer = answers.get(i).join();
      assertThat(TinyChatModel.STORY).startsWith(answer);
      assertThat(answer.strip().split(" ", -1)).hasSize(1 + i);
    }
  }

  @Test
  void whoReadsSlowlyGetsEverything() throws InterruptedException {
    try (GenerationStream slow =
            engine.stream(question().withFormat(TICKING).withMaxNewTokens(200));
        GenerationStream other = engine.stream(question())) {
      assertThat(other.result().text()).isEqualTo(TinyChatModel.STORY);
      Thread.sleep(200);

      assertThat(slow.result().newTokens()).isEqualTo(200);
    }
  }
}
