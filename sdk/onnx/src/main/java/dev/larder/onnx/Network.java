package dev.larder.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.larder.api.CorruptModelException;
import dev.larder.api.EngineException;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A network in ONNX Runtime, fed by name with exactly the inputs that it declares, of which one
 * output is read.
 *
 * <p>Safe for use by many threads at once, except while it is closed.
 */
final class Network implements AutoCloseable {

  private final String label;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final GraphSignature signature;

  private Network(
      String label, OrtEnvironment environment, OrtSession session, GraphSignature signature) {
    this.label = label;
    this.environment = environment;
    this.session = session;
    this.signature = signature;
  }

  /**
   * Loads a model's network by its path, beside which ONNX Runtime finds tensors kept outside it.
   *
   * @throws CorruptModelException if it cannot be loaded
   * @throws dev.larder.api.UnsupportedArchitectureException if it wants what cannot be fed, or does
   *     not give what is wanted
   */
  static Network open(InstalledModel model, ModelOutput wanted) {
    Path file = model.file(FileRole.MODEL);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      environment.setTelemetry(false);
      options.setIntraOpNumThreads(Runtime.getRuntime().availableProcessors());
      options.setInterOpNumThreads(1);
      // What goes wrong reaches the caller as an exception; nothing is printed as well.
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      return of(model, environment, environment.createSession(file.toString(), options), wanted);
    } catch (OrtException e) {
      throw new CorruptModelException(
          model.label(),
          file.toString(),
          "ONNX Runtime cannot load it (%s)".formatted(e.getMessage()),
          e);
    }
  }

  private static Network of(
      InstalledModel model, OrtEnvironment environment, OrtSession session, ModelOutput wanted)
      throws OrtException {
    try {
      return new Network(
          model.label(),
          environment,
          session,
          GraphSignature.of(
              model, session.getInputInfo().values(), session.getOutputInfo().values(), wanted));
    } catch (OrtException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** Whether the network can tell a token from padding. */
  boolean seesPadding() {
    return signature.seesPadding();
  }

  /**
   * Runs texts through the network.
   *
   * @throws EngineException if it fails
   */
  Vectors run(TokenBatch batch) {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      for (GraphInput input : signature.inputs()) {
        tensors.put(input.name(), input.tensor(environment, batch));
      }
      try (OrtSession.Result result = session.run(tensors, Set.of(signature.output()))) {
        return vectors(batch, (OnnxTensor) result.get(0));
      }
    } catch (OrtException e) {
      throw failed(e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private Vectors vectors(TokenBatch batch, OnnxTensor tensor) {
    long[] shape = tensor.getInfo().getShape();
    boolean perToken = shape.length == 3;
    if (shape[0] != batch.rows().size() || (perToken && shape[1] != batch.width())) {
      throw new EngineException(
          label,
          "%d texts of %d tokens gave an output of shape %s"
              .formatted(batch.rows().size(), batch.width(), Arrays.toString(shape)),
          null);
    }
    return new Vectors(
        tensor.getFloatBuffer(), perToken ? batch.width() : 1, (int) shape[shape.length - 1]);
  }

  private EngineException failed(OrtException e) {
    return new EngineException(label, "ONNX Runtime says \"%s\"".formatted(e.getMessage()), e);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw failed(e);
    }
  }
}
