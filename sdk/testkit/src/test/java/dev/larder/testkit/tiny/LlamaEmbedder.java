package dev.larder.testkit.tiny;

import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Embeds lines of text in llama.cpp. Runs in a process of its own, which it has to end by force: a
 * native thread outlives the model.
 */
final class LlamaEmbedder {

  private LlamaEmbedder() {}

  /**
   * Writes a line for each text: its token ids, a semicolon, its vector.
   *
   * @param arguments the model, a file of texts, the file to write
   */
  public static void main(String[] arguments) throws IOException {
    ModelParameters parameters =
        new ModelParameters()
            .setModel(arguments[0])
            .enableEmbedding()
            .setGpuLayers(0)
            .setThreads(1)
            .setThreadsBatch(1)
            .disableLog();
    List<String> lines = new ArrayList<>();
    try (LlamaModel model = new LlamaModel(parameters)) {
      for (String text : Files.readAllLines(Path.of(arguments[1]))) {
        float[] vector = model.embed(text);
        lines.add(
            Arrays.toString(model.encode(text))
                + ";"
                + IntStream.range(0, vector.length).mapToObj(i -> vector[i]).toList());
      }
    }
    Files.write(Path.of(arguments[2]), lines);
    Runtime.getRuntime().halt(0);
  }
}
