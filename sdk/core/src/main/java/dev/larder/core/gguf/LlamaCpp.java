package dev.larder.core.gguf;

import dev.larder.core.catalog.Task;
import java.util.Set;

/**
 * What the llama.cpp that models-llama runs can do: build b4916, in java-llama.cpp 4.2.0. It stands
 * here because a build has to know it, and has no engine on its class path.
 */
public final class LlamaCpp {

  private static final Set<String> ENCODERS = Set.of("bert", "nomic-bert", "jina-bert-v2");

  private static final Set<String> DECODERS =
      Set.of(
          "chatglm",
          "cohere2",
          "command-r",
          "deepseek2",
          "exaone",
          "falcon",
          "gemma",
          "gemma2",
          "gemma3",
          "granite",
          "granitemoe",
          "internlm2",
          "llama",
          "minicpm",
          "nemotron",
          "olmo",
          "olmo2",
          "olmoe",
          "phi2",
          "phi3",
          "phimoe",
          "qwen2",
          "qwen2moe",
          "stablelm",
          "starcoder2");

  private LlamaCpp() {}

  /**
   * Whether it runs a network for a task as the model wants it. Rerankers it reads with doubled
   * special tokens and without telling the query from the document.
   */
  public static boolean runs(Task task, String architecture) {
    return switch (task) {
      case EMBEDDING -> ENCODERS.contains(architecture);
      case GENERATION -> DECODERS.contains(architecture);
      case RERANK -> false;
    };
  }

  /** Whether it knows how a tensor is stored; MXFP4 came after it. */
  public static boolean reads(GgufType type) {
    return type != GgufType.MXFP4;
  }
}
