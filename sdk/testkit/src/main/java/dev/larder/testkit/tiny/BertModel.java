package dev.larder.testkit.tiny;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.larder.testkit.gguf.GgufTensor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A BERT-shaped network with its vocabulary, the same on every machine. Immutable.
 *
 * <p>Its vectors reflect shared words, not meaning: "cat" and "cats" meet, "cat" and "kitten" do
 * not. Mean pooling, to be normalised.
 */
public final class BertModel {

  public static final String ONNX = "model.onnx";
  public static final String GGUF = "model.gguf";
  public static final String TOKENIZER = "tokenizer.json";

  private final BertShape shape;
  private final Vocabulary vocabulary;
  private final List<GgufTensor> weights;

  private BertModel(BertShape shape) {
    this.shape = shape;
    vocabulary = new Vocabulary(EnglishPieces.ofCount(shape.vocabulary()));
    weights = BertWeights.of(shape, vocabulary);
  }

  public static BertModel of(BertShape shape) {
    return new BertModel(shape);
  }

  /**
   * Writes {@value #ONNX} (32-bit floats), {@value #TOKENIZER} and {@value #GGUF} (Q8_0) with the
   * same weights: the former's are the latter's dequantised.
   *
   * @param folder created if it does not exist
   */
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    writeOnnx(folder.resolve(ONNX), new FloatMatrices());
    writeGguf(folder.resolve(GGUF));
    writeTokenizer(folder.resolve(TOKENIZER));
  }

  /**
   * Writes {@value #ONNX} with 8-bit integers, its inputs quantised as it runs, and {@value
   * #TOKENIZER}. Its vectors are close to those of the network in floats.
   *
   * @param folder created if it does not exist
   */
  public void writeQuantisedTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    writeOnnx(folder.resolve(ONNX), new QuantisedMatrices());
    writeTokenizer(folder.resolve(TOKENIZER));
  }

  private void writeOnnx(Path file, Matrices matrices) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      BertOnnx.of(shape, weights, matrices).writeTo(out);
    }
  }

  private void writeTokenizer(Path file) throws IOException {
    Files.writeString(file, BertTokenizer.json(vocabulary), UTF_8);
  }

  private void writeGguf(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      BertGguf.of(shape, vocabulary, weights).writeTo(out);
    }
  }
}
