package dev.larder.llama.worker;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.args.PoolingType;
import dev.larder.llama.protocol.Answer;
import dev.larder.llama.protocol.ModelUse;
import dev.larder.llama.protocol.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A model in llama.cpp. Safe for use by many threads at once. */
final class LoadedModel {

  /** What is read at once of a prompt; llama.cpp's own default. */
  private static final int PROMPT_BATCH = 512;

  /** Room in a slot beyond what may be read and written: llama.cpp leaves its last place empty. */
  private static final int SPARE_TOKENS = 8;

  /** What no model writes unless it is made to. */
  private static final String CANARY = "qz~";

  private final LlamaModel model;
  private final Request.Open open;
  private final int specialTokens;
  private final boolean lowerCase;
  private final ChatTemplate template;

  private LoadedModel(LlamaModel model, Request.Open open, ChatTemplate template) {
    this.model = model;
    this.open = open;
    this.template = template;
    if (open.use() == ModelUse.GENERATE) {
      prompt("[{\"role\":\"user\",\"content\":\"a\"}]");
    }
    this.specialTokens =
        open.use() == ModelUse.GENERATE ? tokensBeforePrompts(model) : open.specialTokens();
    this.lowerCase = Arrays.equals(model.encode("ABC XYZ"), model.encode("abc xyz"));
  }

  /**
   * Loads a model.
   *
   * @throws RuntimeException if llama.cpp cannot
   */
  static LoadedModel load(Request.Open open) {
    ChatTemplate template = ChatTemplate.of(open.chatTemplate());
    ModelParameters parameters =
        new ModelParameters()
            .setModel(open.file())
            .setParallel(open.slots())
            .setThreads(open.threads())
            .setThreadsBatch(open.threads())
            .setGpuLayers(0)
            .skipWarmup()
            // It writes texts and prompts into it.
            .disableLog();
    return new LoadedModel(
        new LlamaModel(
            open.use() == ModelUse.GENERATE
                ? forAnswers(parameters, open, template)
                : forVectors(parameters, open)),
        open,
        template);
  }

  /**
   * How many tokens the tokenizer puts before every prompt; they are not among those that a text is
   * encoded to. Without any, llama.cpp has nothing to go on from where the prompt is empty, and
   * ends at once.
   */
  private static int tokensBeforePrompts(LlamaModel model) {
    InferenceParameters empty =
        new InferenceParameters("").setGrammar("root ::= \"a\"").setTemperature(0).setNPredict(1);
    LlamaIterator outputs = model.generate(empty).iterator();
    outputs.next();
    boolean written = outputs.hasNext();
    while (outputs.hasNext()) {
      outputs.next();
    }
    return written ? 1 : 0;
  }

  /**
   * All tokens of a text have to be read together, so that batches are as long as the longest text.
   */
  private static ModelParameters forVectors(ModelParameters parameters, Request.Open open) {
    int batch = Math.max(open.maxTokens(), PROMPT_BATCH);
    return parameters
        .enableEmbedding()
        .setPoolingType(
            switch (open.use()) {
              case EMBED_FIRST -> PoolingType.CLS;
              case EMBED_LAST -> PoolingType.LAST;
              case EMBED_MEAN, GENERATE -> PoolingType.MEAN;
            })
        .setCtxSize(open.slots() * open.maxTokens())
        .setBatchSize(batch)
        .setUbatchSize(batch)
        // Nothing of another text can be reused, so there is no point in comparing texts.
        .setSlotPromptSimilarity(0);
  }

  private static ModelParameters forAnswers(
      ModelParameters parameters, Request.Open open, ChatTemplate template) {
    return parameters
        .setCtxSize(open.slots() * (open.maxTokens() + SPARE_TOKENS))
        .setBatchSize(PROMPT_BATCH)
        .setUbatchSize(PROMPT_BATCH)
        .disableContextShift()
        .enableJinja()
        .setChatTemplate(template.marked());
  }

  /** How many requests it works on at the same time; of texts, one. */
  int atOnce() {
    return open.use() == ModelUse.GENERATE ? open.slots() : 1;
  }

  int maxTokens() {
    return open.maxTokens();
  }

  /** Whether its tokenizer does not tell capitals from small letters. */
  boolean isLowerCase() {
    return lowerCase;
  }

  /**
   * A text's vector.
   *
   * @param waited how long the text has waited for it, in nanoseconds
   */
  Answer.Embedded embed(Request.Embed request, long waited) {
    long start = System.nanoTime();
    int room = open.maxTokens() - specialTokens;
    int tokens = model.encode(request.text()).length;
    String text =
        tokens <= room ? request.text() : TextCut.toTokens(request.text(), room, model::encode);
    int read = tokens <= room ? tokens : model.encode(text).length;
    float[] vector = model.embed(text);
    return new Answer.Embedded(
        request.call(),
        vector,
        read + specialTokens,
        tokens - read,
        waited,
        System.nanoTime() - start);
  }

  Answer.Counted count(Request.Count request) {
    return new Answer.Counted(request.call(), count(request.text()));
  }

  /** How many tokens a text has, those that the tokenizer puts around it included. */
  int count(String text) {
    return model.encode(text).length + specialTokens;
  }

  /** An eighth of each window is in the next one too, as everywhere in Larder. */
  Answer.Windows split(Request.Split request) {
    int frame = count(request.prefix());
    int room = open.maxTokens() - frame;
    List<String> windows = new ArrayList<>();
    String rest = request.text();
    while (room > 0 && model.encode(rest).length > room) {
      windows.add(TextCut.toTokens(rest, room, model::encode));
      // At least one character, so that there is an end to it.
      rest =
          rest.substring(
              Math.max(1, TextCut.toTokens(rest, room - room / 8, model::encode).length()));
    }
    if (room > 0) {
      windows.add(rest);
    }
    return new Answer.Windows(
        request.call(), count(request.prefix() + request.text()), frame, windows);
  }

  /**
   * A conversation as the model's own template writes it.
   *
   * @throws IllegalStateException if llama.cpp takes another one
   */
  synchronized String prompt(String messages) {
    AstralCharacters astral = AstralCharacters.of(messages, template.standIns());
    String written = model.applyTemplate("{\"messages\":" + astral.hide(messages) + "}");
    return astral.restore(template.own(written));
  }

  /**
   * Lets a grammar pass that llama.cpp can read. Where it cannot, it goes on without any.
   *
   * @return the grammar
   * @throws IllegalArgumentException if it cannot read it
   */
  String readable(String rules) {
    // What llama.cpp takes for another language, it was not built for.
    if (rules.startsWith("%") || !isKept(rules)) {
      throw new IllegalArgumentException("The grammar is none that llama.cpp can read");
    }
    return rules;
  }

  private boolean isKept(String rules) {
    InferenceParameters trial =
        new InferenceParameters(CANARY)
            .setGrammar(TrialGrammar.of(rules, CANARY))
            .setTemperature(0)
            .setNPredict(CANARY.length());
    StringBuilder written = new StringBuilder();
    for (LlamaIterator outputs = generate(trial); outputs.hasNext(); ) {
      written.append(outputs.next().text);
    }
    return !written.isEmpty()
        && (CANARY.startsWith(written.toString()) || written.indexOf(CANARY) == 0);
  }

  /**
   * The grammar of a JSON schema.
   *
   * @throws IllegalArgumentException if llama.cpp cannot make one
   */
  String grammarOf(String schema) {
    try {
      // Asked for the grammar alone, native code ends the process where it can make none.
      for (LlamaIterator outputs = generate(Inference.ofSchema(schema)); outputs.hasNext(); ) {
        outputs.next();
      }
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "The schema is none that llama.cpp can turn into a grammar: " + e.getMessage(), e);
    }
    String rules = LlamaModel.jsonSchemaToGrammar(schema);
    if (!isKept(rules)) {
      throw new IllegalArgumentException(
          "The schema is none that llama.cpp can keep to: it cannot read the grammar that it makes"
              + " of it");
    }
    return rules;
  }

  LlamaIterator generate(InferenceParameters parameters) {
    return model.generate(parameters).iterator();
  }
}
