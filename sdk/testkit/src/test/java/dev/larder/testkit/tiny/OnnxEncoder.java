package dev.larder.testkit.tiny;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Runs a built model in ONNX Runtime, as plainly as possible: one text at a time. */
final class OnnxEncoder implements AutoCloseable {

  private final HuggingFaceTokenizer tokenizer;
  private final OrtSession session;

  OnnxEncoder(Path folder) throws IOException, OrtException {
    System.setProperty("OPT_OUT_TRACKING", "true");
    tokenizer =
        HuggingFaceTokenizer.newInstance(
            folder.resolve(BertModel.TOKENIZER),
            Map.of("truncation", "do_not_truncate", "padding", "false"));
    session =
        OrtEnvironment.getEnvironment().createSession(folder.resolve(BertModel.ONNX).toString());
  }

  Encoding encode(String text) {
    return tokenizer.encode(text);
  }

  Encoding encodePair(String first, String second) {
    return tokenizer.encode(first, second);
  }

  /** The text's mean vector, normalised. */
  float[] embed(String text) throws OrtException {
    Encoding encoding = encode(text);
    return embed(encoding.getIds(), encoding.getAttentionMask(), encoding.getTypeIds());
  }

  /** The mean vector of the tokens that the mask keeps, normalised. */
  float[] embed(long[] ids, long[] mask, long[] types) throws OrtException {
    return Vectors.mean(hidden(ids, mask, types), mask);
  }

  /** The token vectors. */
  float[][] hidden(long[] ids, long[] mask, long[] types) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, new long[][] {ids});
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, new long[][] {mask});
        OnnxTensor typeTensor = OnnxTensor.createTensor(environment, new long[][] {types});
        OrtSession.Result result =
            session.run(
                Map.of(
                    "input_ids", idTensor,
                    "attention_mask", maskTensor,
                    "token_type_ids", typeTensor))) {
      return ((float[][][]) result.get(0).getValue())[0];
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
    tokenizer.close();
  }
}
