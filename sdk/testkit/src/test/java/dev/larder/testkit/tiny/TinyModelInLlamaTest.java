package dev.larder.testkit.tiny;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The GGUF file, read by llama.cpp, against the ONNX file, read by ONNX Runtime. */
final class TinyModelInLlamaTest {

  private static final int TIMEOUT_SECONDS = 60;

  @TempDir private Path folder;

  @Test
  void bothFormatsGiveTheSameVectors() throws Exception {
    TinyModel.writeTo(folder);
    List<String> texts = Texts.read("llama-texts.txt");

    List<String> lines = embedInLlama(texts);

    assertThat(lines).hasSameSizeAs(texts);
    try (OnnxEncoder onnx = new OnnxEncoder(folder)) {
      for (int i = 0; i < texts.size(); i++) {
        String[] idsAndVector = lines.get(i).split(";", -1);
        float[] vector = floats(idsAndVector[1]);
        assertThat(idsAndVector[0])
            .as(texts.get(i))
            .isEqualTo(Arrays.toString(withoutFrame(onnx.encode(texts.get(i)).getIds())));
        assertThat(Vectors.cosine(vector, onnx.embed(texts.get(i))))
            .as(texts.get(i))
            .isCloseTo(1, within(0.001));
      }
    }
  }

  private List<String> embedInLlama(List<String> texts) throws IOException, InterruptedException {
    Path input = Files.write(folder.resolve("texts"), texts);
    Path output = folder.resolve("vectors");
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                LlamaEmbedder.class.getName(),
                folder.resolve(BertModel.GGUF).toString(),
                input.toString(),
                output.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      boolean ended = process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      assertThat(ended && process.exitValue() == 0).as(Files.readString(log)).isTrue();
      return Files.readAllLines(output);
    } finally {
      process.destroyForcibly();
    }
  }

  /** llama.cpp adds [CLS] and [SEP] when it embeds, not when it is asked for the ids. */
  private static long[] withoutFrame(long[] ids) {
    return Arrays.copyOfRange(ids, 1, ids.length - 1);
  }

  private static float[] floats(String list) {
    String[] numbers = list.substring(1, list.length() - 1).split(", ", -1);
    float[] values = new float[numbers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(numbers[i]);
    }
    return values;
  }
}
