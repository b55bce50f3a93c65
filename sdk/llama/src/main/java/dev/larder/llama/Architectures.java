package dev.larder.llama;

import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import java.util.Set;

/** What the llama.cpp in java-llama.cpp 4.2.0, build b4916, can run as the models want it. */
final class Architectures {

  /** Those whose tokenizers put one token before a text and one behind it. */
  private static final Set<String> ENCODERS = Set.of("bert", "nomic-bert", "jina-bert-v2");

  private static final Set<String> DECODERS =
      Set.of(
          "llama",
          "qwen2",
          "qwen2moe",
          "gemma",
          "gemma2",
          "gemma3",
          "phi2",
          "phi3",
          "phimoe",
          "falcon",
          "stablelm",
          "starcoder2",
          "internlm2",
          "minicpm",
          "olmo",
          "olmo2",
          "olmoe",
          "granite",
          "granitemoe",
          "command-r",
          "cohere2",
          "deepseek2",
          "exaone",
          "nemotron",
          "chatglm");

  private static final Set<Pooling> POOLINGS = Set.of(Pooling.MEAN, Pooling.CLS, Pooling.LAST);

  private Architectures() {}

  /**
   * Whether it can run a model. Rerankers it reads with doubled special tokens and without telling
   * the query from the document; their scores would be others than the model's.
   */
  static boolean runs(CatalogModel model, Variant variant) {
    if (!variant.format().equals("gguf")) {
      return false;
    }
    return switch (model.task()) {
      case EMBEDDING ->
          ENCODERS.contains(variant.architecture())
              && POOLINGS.contains(variant.pooling())
              // It normalises every vector.
              && model.normalised();
      case GENERATION -> DECODERS.contains(variant.architecture());
      case RERANK -> false;
    };
  }

  /** How many tokens are put around every text. */
  static int specialTokens(Task task) {
    return task == Task.EMBEDDING ? 2 : 0;
  }
}
