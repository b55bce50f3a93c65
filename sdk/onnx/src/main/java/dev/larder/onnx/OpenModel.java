package dev.larder.onnx;

import dev.larder.api.CorruptModelException;
import dev.larder.api.EngineCounters;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import jdk.jfr.FlightRecorder;

/**
 * A model's tokenizer and network, opened and found to belong together.
 *
 * <p>Safe for use by many threads at once.
 */
final class OpenModel implements AutoCloseable {

  private final InstalledModel model;
  private final TextTokenizer tokenizer;
  private final Network network;
  private final TextEncoder encoder;
  private final Helpers helpers;
  private final RunMeter meter;
  private final ParallelEncoder parallel;
  private final Lifetime lifetime;

  private OpenModel(
      InstalledModel model, TextTokenizer tokenizer, Network network, ModelResult result) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.network = network;
    this.encoder = new TextEncoder(model.label(), network, result.pooler());
    int callers = Processors.ofJvm().callers();
    BatchPolicy policy = BatchPolicy.of(model.variant(), network);
    this.helpers = new Helpers(model.label(), callers);
    this.meter = new RunMeter(model.label());
    this.parallel =
        new ParallelEncoder(policy, new RunQueue(encoder::encode, policy, meter, callers), helpers);
    this.lifetime = new Lifetime(model.label());
  }

  /**
   * @throws CorruptModelException if a file cannot be used, or does not belong to the others
   * @throws dev.larder.api.UnsupportedArchitectureException if the network wants what cannot be
   *     fed, or does not give that result
   */
  static OpenModel open(InstalledModel model, ModelResult result, ExecutionProvider provider) {
    if (!FlightRecorder.isInitialized()) {
      return openUnseen(model, result, provider);
    }
    OpenEvent event = new OpenEvent();
    event.begin();
    OpenModel opened = openUnseen(model, result, provider);
    event.model = model.label();
    event.commit();
    return opened;
  }

  private static OpenModel openUnseen(
      InstalledModel model, ModelResult result, ExecutionProvider provider) {
    Opening<TextTokenizer> tokenizer =
        Opening.start("larder " + model.label(), () -> TextTokenizer.open(model));
    Network network;
    try {
      int maxTokens = model.variant().maxTokens();
      network =
          Network.open(
              model,
              result.output(),
              provider,
              () -> TrialTexts.tokenized(tokenizer.get(), maxTokens));
    } catch (RuntimeException | LinkageError e) {
      tokenizer.discard(TextTokenizer::close);
      throw e;
    }
    try {
      OpenModel opened = new OpenModel(model, tokenizer.get(), network, result);
      opened.check(result, provider);
      return opened;
    } catch (RuntimeException | LinkageError e) {
      network.close();
      tokenizer.discard(TextTokenizer::close);
      throw e;
    }
  }

  private void check(ModelResult result, ExecutionProvider provider) {
    try {
      new ModelCheck(model, tokenizer, encoder, result.dimensions()).run();
    } catch (EncodingFault e) {
      throw unreadable("an empty text", e);
    }
    Optional<Path> notes =
        provider == ExecutionProvider.CPU ? PreparedGraph.folderOf(model) : Optional.empty();
    new LengthTrial(model, encoder, notes).run(Math.max(0, tokenizer.ids().highest()));
  }

  /**
   * Uses the model, which is not closed until that is over.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  <T> T use(Supplier<T> action) {
    return lifetime.use(action);
  }

  /**
   * The tokens of something. To be called within {@link #use}.
   *
   * @param what it is, for messages
   * @throws CorruptModelException if the tokenizer knows no token for a part of it
   */
  Tokens tokenize(String what, Function<TextTokenizer, Tokens> how) {
    try {
      return how.apply(tokenizer);
    } catch (EncodingFault e) {
      throw unreadable(what, e);
    }
  }

  /**
   * The tokens of several texts, in their order, on all processors. To be called within {@link
   * #use}.
   *
   * @param what one of them is, for messages; followed by its position
   */
  List<Tokens> tokenizeAll(
      String what, List<String> texts, BiFunction<TextTokenizer, String, Tokens> how) {
    return helpers.map(
        IntStream.range(0, texts.size()).boxed().toList(),
        i -> tokenize(what + " " + i, with -> how.apply(with, texts.get(i))));
  }

  private CorruptModelException unreadable(String what, EncodingFault fault) {
    return new CorruptModelException(
        model.label(),
        model.file(FileRole.TOKENIZER).toString(),
        "its tokenizer cannot encode %s (%s)".formatted(what, fault.getMessage()),
        fault);
  }

  /**
   * What the network gives for texts of at least one token, in their order. To be called within
   * {@link #use}.
   */
  List<float[]> encode(List<Tokens> texts) {
    return parallel.encode(texts);
  }

  /**
   * What the network gave for something, if that consists of numbers.
   *
   * @param what it is, for messages
   * @throws dev.larder.api.EngineException if it does not
   */
  float[] requireNumbers(String what, float[] vector) {
    return encoder.requireNumbers(what, vector);
  }

  /** What was run since it is open. */
  EngineCounters counters() {
    return meter.counters();
  }

  @Override
  public void close() {
    lifetime.end(
        () -> {
          helpers.close();
          try {
            network.close();
          } finally {
            tokenizer.close();
          }
        });
  }
}
