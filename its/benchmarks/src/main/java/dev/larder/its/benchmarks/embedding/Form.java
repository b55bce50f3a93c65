package dev.larder.its.benchmarks.embedding;

import ai.onnxruntime.OrtException;
import dev.larder.its.benchmarks.models.RealModel;
import java.io.IOException;
import java.nio.file.Path;

/** In which numbers MiniLM computes. */
enum Form {
  FP32("fp32", RealModel.MINILM_FP32, 1.7, 1.7, 0.9999) {
    @Override
    double peak(Path folder) throws IOException, OrtException {
      return MatrixPeak.ofFloats(folder);
    }
  },
  /** Any change of rounding moves its vectors; 0.994 is the least that was seen of 200 texts. */
  INT8("int8", RealModel.MINILM_INT8, 2.2, 2.0, 0.98) {
    @Override
    double peak(Path folder) throws IOException, OrtException {
      return MatrixPeak.ofIntegers(folder);
    }
  };

  private final String title;
  private final RealModel model;
  private final double mixGoal;
  private final double shortGoal;
  private final double leastCosine;

  Form(String title, RealModel model, double mixGoal, double shortGoal, double leastCosine) {
    this.title = title;
    this.model = model;
    this.mixGoal = mixGoal;
    this.shortGoal = shortGoal;
    this.leastCosine = leastCosine;
  }

  /** How many operations a second matrices of such numbers are multiplied with. */
  abstract double peak(Path folder) throws IOException, OrtException;

  String title() {
    return title;
  }

  RealModel model() {
    return model;
  }

  /** How many times as long langchain4j should take at the least. */
  double goal(Work work) {
    return switch (work) {
      case MIX -> mixGoal;
      case SHORT -> shortGoal;
      case ALONE_8, ALONE_32, ALONE_120 -> 1;
    };
  }

  /**
   * @throws IllegalStateException if the two would not have done the same work
   */
  void requireSame(float[] expected, float[] actual) {
    double cosine = 0;
    for (int i = 0; i < expected.length; i++) {
      cosine += expected[i] * actual[i];
    }
    if (cosine < leastCosine) {
      throw new IllegalStateException("The vectors differ: their cosine is " + cosine);
    }
  }
}
