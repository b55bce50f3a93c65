package dev.larder.its.benchmarks.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.larder.testkit.onnx.OnnxAttribute;
import dev.larder.testkit.onnx.OnnxGraph;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How many operations a second ONNX Runtime reaches where a network does nothing but multiply
 * matrices of MiniLM's sizes, on every core a run of its own.
 */
final class MatrixPeak {

  private static final int TOKENS = 512;
  private static final int NARROW = 384;
  private static final int WIDE = 1536;
  private static final int PAIRS = 6;
  private static final int ROUNDS = 20;
  private static final double OPERATIONS = 2.0 * 2 * TOKENS * NARROW * WIDE * PAIRS;

  private final OnnxGraph graph = new OnnxGraph("products");
  private final Random random = new Random(1);

  private MatrixPeak() {}

  static double ofFloats(Path folder) throws IOException, OrtException {
    MatrixPeak peak = new MatrixPeak();
    String value = peak.start();
    for (int pair = 0; pair < PAIRS; pair++) {
      value = peak.floats("up " + pair, value, NARROW, WIDE);
      value = peak.floats("down " + pair, value, WIDE, NARROW);
    }
    return peak.measure(folder, value);
  }

  static double ofIntegers(Path folder) throws IOException, OrtException {
    MatrixPeak peak = new MatrixPeak();
    String value = peak.start();
    for (int pair = 0; pair < PAIRS; pair++) {
      value = peak.integers("up " + pair, value, NARROW, WIDE);
      value = peak.integers("down " + pair, value, WIDE, NARROW);
    }
    return peak.measure(folder, value);
  }

  private String start() {
    String ids = graph.input("input_ids", List.of("batch", "sequence"));
    float[] table = new float[TOKENS * NARROW];
    for (int i = 0; i < table.length; i++) {
      table[i] = (float) random.nextGaussian();
    }
    return graph.node("Gather", "rows", graph.floats("table", List.of(TOKENS, NARROW), table), ids);
  }

  private String floats(String name, String input, int inputs, int outputs) {
    float[] matrix = new float[inputs * outputs];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = (float) (random.nextGaussian() / Math.sqrt(inputs));
    }
    return graph.node(
        "MatMul", name, input, graph.floats(name + " matrix", List.of(inputs, outputs), matrix));
  }

  private String integers(String name, String input, int inputs, int outputs) {
    byte[] matrix = new byte[inputs * outputs];
    random.nextBytes(matrix);
    graph.nodeOfSeveral(
        "DynamicQuantizeLinear",
        new String[] {name + " quantised", name + " scale", name + " zero"},
        input);
    graph.node(
        "MatMulInteger",
        name + " integer",
        name + " quantised",
        graph.bytes(name + " matrix", List.of(inputs, outputs), matrix),
        name + " zero",
        graph.bytes(name + " no zero", List.of(), new byte[1]));
    graph.node(OnnxAttribute.of("to", 1), "Cast", name + " cast", name + " integer");
    graph.node(
        "Mul",
        name + " scales",
        name + " scale",
        graph.number(name + " matrix scale", 1 / (64 * Math.sqrt(inputs))));
    return graph.node("Mul", name, name + " cast", name + " scales");
  }

  private double measure(Path folder, String value) throws IOException, OrtException {
    graph.node("Identity", "products", value);
    graph.output("products", List.of("batch", "sequence"), NARROW);
    Path file = Files.createTempFile(folder, "products", ".onnx");
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      Files.write(file, graph.build("larder").toByteArray());
      options.setIntraOpNumThreads(1);
      try (OrtSession session =
          OrtEnvironment.getEnvironment().createSession(file.toString(), options)) {
        return IntStream.range(0, ROUNDS).mapToDouble(round -> speed(session)).max().orElseThrow();
      }
    } finally {
      Files.delete(file);
    }
  }

  private static double speed(OrtSession session) {
    int cores = Runtime.getRuntime().availableProcessors();
    long start = System.nanoTime();
    IntStream.range(0, cores).parallel().forEach(core -> run(session));
    return OPERATIONS * cores / ((System.nanoTime() - start) / 1e9);
  }

  private static void run(OrtSession session) {
    long[] ids = IntStream.range(0, TOKENS).asLongStream().toArray();
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), LongBuffer.wrap(ids), new long[] {1, TOKENS});
        OrtSession.Result result = session.run(Map.of("input_ids", tensor))) {
      result.get(0);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
