package dev.larder.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs models of a few operations as they are, and looks into them. */
final class RunGraph {

  private RunGraph() {}

  /** The first output, of texts with a mask. */
  static float[] run(byte[] model, long[][] ids, long[][] mask) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setOptimizationLevel(OptLevel.NO_OPT);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      try (OrtSession session = environment.createSession(model, options);
          OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids);
          OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask)) {
        Map<String, OnnxTensor> all = Map.of("input_ids", idTensor, "attention_mask", maskTensor);
        Map<String, OnnxTensor> inputs = new HashMap<>(all);
        inputs.keySet().retainAll(session.getInputNames());
        try (OrtSession.Result result = session.run(inputs)) {
          FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
          float[] numbers = new float[values.remaining()];
          values.get(numbers);
          return numbers;
        }
      }
    }
  }

  static List<String> operators(byte[] model) throws InvalidProtocolBufferException {
    return ModelProto.parseFrom(model).getGraph().getNodeList().stream()
        .map(NodeProto::getOpType)
        .toList();
  }
}
