package dev.larder.its.benchmarks.llama;

import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import java.nio.file.Path;
import java.util.List;

/** java-llama.cpp within this process, as its documentation shows it. */
record BareLlama(LlamaModel model) implements Vectors {

  static BareLlama open(Path file) {
    int threads = Runtime.getRuntime().availableProcessors();
    return new BareLlama(
        new LlamaModel(
            new ModelParameters()
                .setModel(file.toString())
                .enableEmbedding()
                .setThreads(threads)
                .setThreadsBatch(threads)
                .setGpuLayers(0)
                // Or the terminal would be measured, too.
                .disableLog()));
  }

  @Override
  public String name() {
    return "java-llama.cpp";
  }

  @Override
  public float[] of(String text) {
    return model.embed(text);
  }

  @Override
  public List<float[]> of(List<String> texts) {
    return texts.stream().map(model::embed).toList();
  }

  @Override
  public void close() {
    // It gives nothing back, and uses afterwards what it has freed.
  }
}
