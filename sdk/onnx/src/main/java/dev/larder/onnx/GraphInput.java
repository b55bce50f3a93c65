package dev.larder.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.util.Optional;

/** An input that a network declares, and how it is fed. Immutable. */
sealed interface GraphInput permits TokenInput, PastInput {

  /** How the declared input is fed, if it can be. */
  static Optional<GraphInput> of(NodeInfo declared) {
    if (!(declared.getInfo() instanceof TensorInfo tensor)) {
      return Optional.empty();
    }
    String name = declared.getName();
    return TokenInput.of(name, tensor).or(() -> PastInput.of(name, tensor));
  }

  String name();

  /**
   * What is fed for texts that are run together; to be closed by the caller.
   *
   * @param memory where it may be put until then
   */
  OnnxTensor tensor(OrtEnvironment environment, TokenBatch batch, RunMemory memory)
      throws OrtException;
}
