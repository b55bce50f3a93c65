package dev.larder.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.larder.api.CorruptModelException;
import dev.larder.api.EngineException;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A network in ONNX Runtime, fed by name with exactly the inputs that it declares, of which one
 * output is read.
 *
 * <p>Safe for use by many threads at once, except while it is closed.
 */
final class Network implements AutoCloseable {

  private final String label;
  private final OrtEnvironment environment;
  private final SessionsByLength sessions;
  private final GraphSignature signature;
  private final Queue<RunMemory> memories = new ConcurrentLinkedQueue<>();

  /** Known after the first run, where the output is 32-bit floats. */
  private volatile @Nullable OutputShape outputShape;

  private Network(
      String label,
      OrtEnvironment environment,
      SessionsByLength sessions,
      GraphSignature signature) {
    this.label = label;
    this.environment = environment;
    this.sessions = sessions;
    this.signature = signature;
  }

  /**
   * Loads a model's network by its path, beside which ONNX Runtime finds tensors kept outside it.
   *
   * @param trialTexts asked where operations were fused, to see whether that is right
   * @throws CorruptModelException if it cannot be loaded
   * @throws dev.larder.api.UnsupportedArchitectureException if it wants what cannot be fed, or does
   *     not give what is wanted
   */
  static Network open(
      InstalledModel model,
      ModelOutput wanted,
      ExecutionProvider provider,
      Supplier<List<Tokens>> trialTexts) {
    Path file = model.file(FileRole.MODEL);
    try {
      Processors processors = Processors.ofJvm();
      SessionMaker maker = SessionMaker.of(processors, provider);
      OrtEnvironment environment = maker.environment();
      if (provider != ExecutionProvider.CPU) {
        // What is prepared is arranged for the processor.
        OrtSession session = maker.make(file, options -> provider.addTo(options, model.label()));
        return of(model, environment, session, wanted);
      }
      SessionsByLength sessions =
          PreparedGraph.open(
              model,
              maker,
              processors.callers(),
              folder ->
                  new GraphTrial(
                      file,
                      maker,
                      tried -> of(model, environment, tried, wanted),
                      trialTexts,
                      folder));
      return of(model, environment, sessions, wanted);
    } catch (OrtException e) {
      throw new CorruptModelException(
          model.label(),
          file.toString(),
          "ONNX Runtime cannot load it (%s)".formatted(e.getMessage()),
          e);
    }
  }

  /** A network that has one session for everything, which is closed with it. */
  static Network of(
      InstalledModel model, OrtEnvironment environment, OrtSession session, ModelOutput wanted)
      throws OrtException {
    return of(model, environment, SessionsByLength.only(Sessions.only(session)), wanted);
  }

  private static Network of(
      InstalledModel model,
      OrtEnvironment environment,
      SessionsByLength sessions,
      ModelOutput wanted)
      throws OrtException {
    try {
      OrtSession session = sessions.first();
      GraphSignature signature =
          GraphSignature.of(
              model, session.getInputInfo().values(), session.getOutputInfo().values(), wanted);
      return new Network(model.label(), environment, sessions, signature);
    } catch (OrtException | RuntimeException e) {
      sessions.close();
      throw e;
    }
  }

  /** The name of what is read from it. */
  String output() {
    return signature.output();
  }

  /** Whether the network can tell a token from padding. */
  boolean seesPadding() {
    return signature.seesPadding();
  }

  /** Whether short texts of the same length may be run together, and only they. */
  boolean hasFormForShortTexts() {
    return sessions.hasFormForShortTexts();
  }

  /**
   * Runs texts through the network.
   *
   * @param reader gets what comes out; it is overwritten afterwards
   * @throws EngineException if it fails
   */
  <T> T run(TokenBatch batch, Function<Vectors, T> reader) {
    RunMemory idle = memories.poll();
    RunMemory memory = idle == null ? new RunMemory() : idle;
    try {
      return run(batch, memory, reader);
    } catch (OrtException e) {
      throw failed(e);
    } finally {
      memories.add(memory);
    }
  }

  /**
   * The same for a text that is longer than most: the memory that it takes is given back.
   *
   * @throws EngineException if it fails
   */
  <T> T runOnce(TokenBatch batch, Function<Vectors, T> reader) {
    try (OrtSession.RunOptions options = new OrtSession.RunOptions()) {
      options.addRunConfigEntry("memory.enable_memory_arena_shrinkage", "cpu:0");
      return withInputs(
          batch,
          new RunMemory(),
          (session, inputs) -> {
            try (OrtSession.Result result =
                session.run(inputs, Set.of(signature.output()), options)) {
              return learn(result, batch, reader);
            }
          });
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  private <T> T run(TokenBatch batch, RunMemory memory, Function<Vectors, T> reader)
      throws OrtException {
    OutputShape output = outputShape;
    return withInputs(
        batch,
        memory,
        (session, inputs) ->
            output == null
                ? runAndLearn(session, batch, inputs, reader)
                : runInto(session, output, batch, memory, inputs, reader));
  }

  /** What is done with a session and what it is fed with. */
  private interface FedRun<T> {
    T in(OrtSession session, Map<String, OnnxTensor> inputs) throws OrtException;
  }

  private <T> T withInputs(TokenBatch batch, RunMemory memory, FedRun<T> run) throws OrtException {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      for (GraphInput input : signature.inputs()) {
        tensors.put(input.name(), input.tensor(environment, batch, memory));
      }
      return sessions.run(batch.width(), session -> run.in(session, tensors));
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private <T> T runAndLearn(
      OrtSession session,
      TokenBatch batch,
      Map<String, OnnxTensor> tensors,
      Function<Vectors, T> reader)
      throws OrtException {
    try (OrtSession.Result result = session.run(tensors, Set.of(signature.output()))) {
      return learn(result, batch, reader);
    }
  }

  /** ONNX Runtime made the output's memory, from which it is copied. */
  private <T> T learn(OrtSession.Result result, TokenBatch batch, Function<Vectors, T> reader)
      throws OrtException {
    OnnxTensor tensor = (OnnxTensor) result.get(0);
    long[] shape = tensor.getInfo().getShape();
    OutputShape output = new OutputShape(shape.length, (int) shape[shape.length - 1]);
    if (!Arrays.equals(shape, output.of(batch))) {
      throw new EngineException(
          label,
          "%d texts of %d tokens gave an output of shape %s"
              .formatted(batch.rows().size(), batch.width(), Arrays.toString(shape)),
          null);
    }
    if (tensor.getInfo().type == OnnxJavaType.FLOAT) {
      outputShape = output;
    }
    return reader.apply(output.vectors(batch, tensor.getFloatBuffer()));
  }

  /** ONNX Runtime writes into memory of ours. */
  private <T> T runInto(
      OrtSession session,
      OutputShape output,
      TokenBatch batch,
      RunMemory memory,
      Map<String, OnnxTensor> tensors,
      Function<Vectors, T> reader)
      throws OrtException {
    FloatBuffer values = memory.output(output.size(batch));
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, values, output.of(batch))) {
      session.run(tensors, Set.of(), Map.of(signature.output(), tensor)).close();
      return reader.apply(output.vectors(batch, values));
    }
  }

  private EngineException failed(OrtException e) {
    return new EngineException(label, "ONNX Runtime says \"%s\"".formatted(e.getMessage()), e);
  }

  @Override
  public void close() {
    try {
      sessions.close();
    } catch (OrtException e) {
      throw failed(e);
    }
  }
}
