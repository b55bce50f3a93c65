package dev.larder.onnx;

import dev.larder.api.CorruptModelException;
import dev.larder.core.engine.InstalledModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A model's tokenizer and network, opened and found to belong together.
 *
 * <p>Safe for use by many threads at once.
 */
final class OpenModel implements AutoCloseable {

  private final TextTokenizer tokenizer;
  private final Network network;
  private final TextEncoder encoder;
  private final BatchPolicy policy;
  private final Lifetime lifetime;

  private OpenModel(
      InstalledModel model, TextTokenizer tokenizer, Network network, ModelResult result) {
    this.tokenizer = tokenizer;
    this.network = network;
    this.encoder = new TextEncoder(model.label(), network, result.pooler());
    this.policy = BatchPolicy.of(model.variant(), network);
    this.lifetime = new Lifetime(model.label());
  }

  /**
   * @throws CorruptModelException if a file cannot be used, or does not belong to the others
   * @throws dev.larder.api.UnsupportedArchitectureException if the network wants what cannot be
   *     fed, or does not give that result
   */
  static OpenModel open(InstalledModel model, ModelResult result) {
    TextTokenizer tokenizer = TextTokenizer.open(model);
    try {
      Network network = Network.open(model, result.output());
      try {
        OpenModel opened = new OpenModel(model, tokenizer, network, result);
        new ModelCheck(model, tokenizer, opened.encoder, result.dimensions()).run();
        return opened;
      } catch (RuntimeException e) {
        network.close();
        throw e;
      }
    } catch (RuntimeException | LinkageError e) {
      tokenizer.close();
      throw e;
    }
  }

  /**
   * Uses the model, which is not closed until that is over.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  <T> T use(Supplier<T> action) {
    return lifetime.use(action);
  }

  /** To be called within {@link #use}. */
  TextTokenizer tokenizer() {
    return tokenizer;
  }

  /**
   * What the network gives for texts of at least one token, in their order. To be called within
   * {@link #use}.
   */
  List<float[]> encode(List<Tokens> texts) {
    float[][] vectors = new float[texts.size()][];
    for (int[] run : policy.runs(texts)) {
      List<float[]> found = encoder.encode(Arrays.stream(run).mapToObj(texts::get).toList());
      for (int i = 0; i < run.length; i++) {
        vectors[run[i]] = found.get(i);
      }
    }
    return List.of(vectors);
  }

  @Override
  public void close() {
    lifetime.end(
        () -> {
          try {
            network.close();
          } finally {
            tokenizer.close();
          }
        });
  }
}
