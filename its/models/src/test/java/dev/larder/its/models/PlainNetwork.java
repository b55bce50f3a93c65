package dev.larder.its.models;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import java.io.IOException;
import java.util.Map;

/** A network as it was exported, with nothing optimised, and its vectors averaged by hand. */
record PlainNetwork(OrtSession session, HuggingFaceTokenizer tokenizer) implements AutoCloseable {

  static PlainNetwork open(InstalledModel model) throws OrtException, IOException {
    HuggingFaceTokenizer tokenizer =
        HuggingFaceTokenizer.newInstance(
            model.file(FileRole.TOKENIZER), Map.of("padding", "false"));
    try (SessionOptions options = new SessionOptions()) {
      options.setOptimizationLevel(OptLevel.NO_OPT);
      return new PlainNetwork(
          OrtEnvironment.getEnvironment()
              .createSession(model.file(FileRole.MODEL).toString(), options),
          tokenizer);
    }
  }

  Vector embed(String text) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Encoding tokens = tokenizer.encode(text);
    try (OnnxTensor ids = OnnxTensor.createTensor(environment, batch(tokens.getIds()));
        OnnxTensor mask = OnnxTensor.createTensor(environment, batch(tokens.getAttentionMask()));
        OnnxTensor types = OnnxTensor.createTensor(environment, batch(tokens.getTypeIds()));
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      return unitMean(((float[][][]) result.get(0).getValue())[0]);
    }
  }

  private static long[][] batch(long[] values) {
    return new long[][] {values};
  }

  private static Vector unitMean(float[][] tokens) {
    double[] sum = new double[tokens[0].length];
    for (float[] token : tokens) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += token[i];
      }
    }
    return Vector.unit(sum);
  }

  @Override
  public void close() throws OrtException {
    session.close();
    tokenizer.close();
  }
}
