package dev.larder.core.gguf;

import dev.larder.core.catalog.Task;
import java.util.Optional;
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

  private static final Set<String> PRE_TOKENIZERS =
      Set.of(
          "bloom",
          "chameleon",
          "chatglm-bpe",
          "codeshell",
          "command-r",
          "dbrx",
          "deepseek-coder",
          "deepseek-llm",
          "deepseek-r1-qwen",
          "deepseek-v3",
          "default",
          "exaone",
          "falcon",
          "falcon3",
          "gigachat",
          "gpt-2",
          "gpt-4o",
          "gpt3-finnish",
          "jais",
          "jina-de",
          "jina-es",
          "jina-v1-en",
          "jina-v2-code",
          "jina-v2-de",
          "jina-v2-es",
          "llama-bpe",
          "llama-v3",
          "llama3",
          "megrez",
          "minerva-7b",
          "mpt",
          "olmo",
          "phi-2",
          "poro-chat",
          "qwen2",
          "refact",
          "roberta-bpe",
          "smaug-bpe",
          "smollm",
          "stablelm2",
          "starcoder",
          "tekken",
          "viking");

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

  /**
   * What of a file it cannot run for a task, as users are told it: architecture, and the way in
   * which weights are stored or texts are split. Empty where it runs the file.
   */
  public static Optional<String> obstacle(Task task, GgufHeader header) {
    String architecture = header.architecture();
    if (!runs(task, architecture)) {
      return Optional.of(architecture);
    }
    return header.tensors().stream()
        .map(GgufTensors::type)
        .filter(type -> !reads(type))
        .findFirst()
        .map(type -> architecture + " in " + type)
        .or(
            () ->
                unknownSplit(header)
                    .map(pre -> "%s, tokenizer.ggml.pre \"%s\"".formatted(architecture, pre)));
  }

  /** Whether it knows how a tensor is stored; MXFP4 came after it. */
  private static boolean reads(GgufType type) {
    return type != GgufType.MXFP4;
  }

  /**
   * Only a tokenizer of the kind {@code gpt2} (BPE) says how a text is split into words first. One
   * that says nothing is split as by default.
   */
  private static Optional<String> unknownSplit(GgufHeader header) {
    return header
        .preTokenizer()
        .filter(pre -> header.tokenizer().equals(Optional.of("gpt2")))
        .filter(pre -> !PRE_TOKENIZERS.contains(pre));
  }
}
