package dev.larder.llama;

import dev.larder.api.Engine;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.engine.EngineProvider;
import dev.larder.core.engine.InstalledModel;
import dev.larder.llama.process.ModelWorker;
import dev.larder.llama.process.WorkerSettings;
import dev.larder.llama.protocol.ModelUse;
import dev.larder.llama.protocol.Request;

/** Offers llama.cpp, in a process of its own, for GGUF models that embed or generate. */
public final class LlamaEngineProvider implements EngineProvider {

  /** How many tokens the texts that are worked on at the same time may have together. */
  private static final int TOKENS_AT_ONCE = 4096;

  /**
   * A text has two tokens at least, and llama.cpp aborts where the number of a text among those
   * that it works on, from 0, is not less than the tokens that they have together.
   */
  private static final int MOST_TEXTS_AT_ONCE = 2;

  /** Each has a memory of its own for its whole conversation. */
  private static final int CONVERSATIONS_AT_ONCE = 2;

  private final WorkerSettings settings;

  /** As the system properties say; see docs/llama.md. */
  public LlamaEngineProvider() {
    this(WorkerSettings.ofProcess());
  }

  LlamaEngineProvider(WorkerSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "llama.cpp";
  }

  @Override
  public int suitability(CatalogModel model, Variant variant) {
    return Architectures.runs(model, variant) ? 100 : 0;
  }

  @Override
  public Engine open(InstalledModel model) {
    ModelWorker worker = ModelWorker.of(model.label(), opening(model), settings);
    return model.model().task() == Task.GENERATION
        ? LlamaGenerationEngine.open(model, worker, maxTokens(model))
        : LlamaEmbeddingEngine.open(model, worker);
  }

  private Request.Open opening(InstalledModel model) {
    int maxTokens = maxTokens(model);
    return new Request.Open(
        model.file(FileRole.MODEL).toAbsolutePath().toString(),
        use(model),
        maxTokens,
        Architectures.specialTokens(model.model().task()),
        slots(model, maxTokens),
        Runtime.getRuntime().availableProcessors());
  }

  private int maxTokens(InstalledModel model) {
    int most = model.variant().maxTokens();
    return model.model().task() == Task.GENERATION
        ? Math.min(most, settings.contextTokens())
        : most;
  }

  private static int slots(InstalledModel model, int maxTokens) {
    return model.model().task() == Task.GENERATION
        ? CONVERSATIONS_AT_ONCE
        : Math.max(1, Math.min(MOST_TEXTS_AT_ONCE, TOKENS_AT_ONCE / maxTokens));
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
