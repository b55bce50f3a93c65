package dev.larder.llama;

import dev.larder.api.Engine;
import dev.larder.api.UnsupportedArchitectureException;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.engine.EngineProvider;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.gguf.GgufHeader;
import dev.larder.core.gguf.GgufParts;
import dev.larder.core.gguf.LlamaCpp;
import dev.larder.core.project.HeaderCheck;
import dev.larder.llama.process.ModelWorker;
import dev.larder.llama.process.PathSpelling;
import dev.larder.llama.process.WorkerSettings;
import dev.larder.llama.protocol.ModelUse;
import dev.larder.llama.protocol.Request;
import java.nio.file.Path;
import java.util.Set;

/**
 * Offers llama.cpp, in a process of its own, for GGUF models that embed or generate.
 *
 * @param settings of the worker processes; two providers with the same open the same engines
 */
public record LlamaEngineProvider(WorkerSettings settings) implements EngineProvider {

  /** What BERT's tokenizers put around a text. */
  private static final int FRAME_TOKENS = 2;

  private static final Set<Pooling> POOLINGS = Set.of(Pooling.MEAN, Pooling.CLS, Pooling.LAST);

  /**
   * A second one stays empty, since what is computed together rounds otherwise and a vector would
   * depend on its company. With a single one llama.cpp loses answers now and then.
   */
  private static final int SLOTS_FOR_TEXTS = 2;

  /** Each has a memory of its own for its whole conversation. */
  private static final int CONVERSATIONS_AT_ONCE = 2;

  /** As the system properties say; see docs/llama.md. */
  public LlamaEngineProvider() {
    this(WorkerSettings.ofProcess());
  }

  @Override
  public String name() {
    return "llama.cpp";
  }

  @Override
  public int suitability(CatalogModel model, Variant variant) {
    return variant.format().equals("gguf")
            && LlamaCpp.runs(model.task(), variant.architecture())
            && (model.task() == Task.GENERATION || givesVectors(model, variant))
        ? 100
        : 0;
  }

  /** llama.cpp gives every vector the length 1. */
  private static boolean givesVectors(CatalogModel model, Variant variant) {
    return model.normalised() && POOLINGS.contains(variant.pooling());
  }

  @Override
  public Engine open(InstalledModel model) {
    Path file = model.file(FileRole.MODEL);
    GgufHeader header = GgufHeader.read(model.label(), file);
    // Of a file that it cannot use llama.cpp says only that.
    requireRunnable(model, header);
    HeaderCheck check = new HeaderCheck(model.model(), model.variant(), file.toString());
    check.requireContext(header);
    check.requireTemplate(header);
    ModelWorker worker =
        ModelWorker.of(model.label(), opening(model, header), model.info().sha256(), settings);
    return model.model().task() == Task.GENERATION
        ? LlamaGenerationEngine.open(model, worker, maxTokens(model))
        : LlamaEmbeddingEngine.open(model, worker);
  }

  private static void requireRunnable(InstalledModel model, GgufHeader header) {
    LlamaCpp.obstacle(model.model().task(), header)
        .ifPresent(
            obstacle -> {
              throw new UnsupportedArchitectureException(
                  model.label(), "gguf, " + obstacle, "use another variant or another model");
            });
    GgufParts.require(
        header, model.label(), model.file(FileRole.MODEL).toString(), model.locked().files());
  }

  private Request.Open opening(InstalledModel model, GgufHeader header) {
    int maxTokens = maxTokens(model);
    return new Request.Open(
        PathSpelling.ofNative(model.file(FileRole.MODEL).toAbsolutePath()),
        use(model),
        maxTokens,
        model.model().task() == Task.EMBEDDING ? FRAME_TOKENS : 0,
        slots(model),
        Runtime.getRuntime().availableProcessors(),
        model.model().task() == Task.GENERATION ? header.chatTemplate().orElse("") : "");
  }

  private int maxTokens(InstalledModel model) {
    int most = model.variant().maxTokens();
    return model.model().task() == Task.GENERATION
        ? Math.min(most, settings.contextTokens())
        : most;
  }

  private static int slots(InstalledModel model) {
    return model.model().task() == Task.GENERATION ? CONVERSATIONS_AT_ONCE : SLOTS_FOR_TEXTS;
  }

  private static ModelUse use(InstalledModel model) {
    return switch (model.variant().pooling()) {
      case CLS -> ModelUse.EMBED_FIRST;
      case LAST -> ModelUse.EMBED_LAST;
      case MEAN -> ModelUse.EMBED_MEAN;
      case IN_GRAPH, NONE -> ModelUse.GENERATE;
    };
  }
}
