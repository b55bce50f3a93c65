package dev.larder.llama;

import dev.larder.api.AnswerFormat;
import dev.larder.api.GenerationEngine;
import dev.larder.api.GenerationRequest;
import dev.larder.api.GenerationStream;
import dev.larder.api.ModelInfo;
import dev.larder.api.Sampling;
import dev.larder.core.engine.InstalledModel;
import dev.larder.llama.process.ModelWorker;
import dev.larder.llama.protocol.Request;
import dev.larder.llama.protocol.Request.Form;
import java.util.function.LongFunction;

/** Writes answers in a worker. */
final class LlamaGenerationEngine implements GenerationEngine {

  private final InstalledModel model;
  private final ModelWorker worker;
  private final int maxTokens;

  private LlamaGenerationEngine(InstalledModel model, ModelWorker worker, int maxTokens) {
    this.model = model;
    this.worker = worker;
    this.maxTokens = maxTokens;
  }

  /** Starts the worker. */
  static LlamaGenerationEngine open(InstalledModel model, ModelWorker worker, int maxTokens) {
    try {
      worker.ready();
      return new LlamaGenerationEngine(model, worker, maxTokens);
    } catch (RuntimeException e) {
      worker.close();
      throw e;
    }
  }

  @Override
  public ModelInfo model() {
    return model.info();
  }

  @Override
  public int maxTokens() {
    return maxTokens;
  }

  @Override
  public GenerationStream stream(GenerationRequest request) {
    return WorkerStream.open(worker, asked(request));
  }

  private static LongFunction<Request> asked(GenerationRequest request) {
    String messages = ChatJson.messages(request.messages());
    Request.Choice choice = choice(request.sampling());
    Form form;
    String constraint;
    if (request.format() instanceof AnswerFormat.Json json) {
      form = Form.SCHEMA;
      constraint = ChatJson.schema(json.schema());
    } else if (request.format() instanceof AnswerFormat.Grammar grammar) {
      form = Form.GRAMMAR;
      constraint = grammar.rules();
    } else {
      form = Form.FREE;
      constraint = "";
    }
    return call ->
        new Request.Generate(
            call, messages, request.maxNewTokens(), choice, form, constraint, request.stop());
  }

  private static Request.Choice choice(Sampling sampling) {
    return new Request.Choice(
        sampling.temperature(),
        sampling.topK(),
        sampling.topP(),
        sampling.minP(),
        // llama.cpp takes the greatest 32-bit number for "any".
        Long.hashCode(sampling.seed()) & Integer.MAX_VALUE);
  }

  @Override
  public void close() {
    worker.close();
  }
}
