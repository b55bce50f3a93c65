package dev.larder.examples.chat;

import dev.larder.api.GenerationEngine;
import dev.larder.api.NotFetchedException;
import dev.larder.api.UsesModel;
import dev.larder.core.ModelRegistry;
import dev.larder.core.Models;
import dev.larder.core.store.StoreLayout;
import jakarta.inject.Inject;

/** The model that this application declares, or any other one that is on this machine. */
// snippet: choice
final class ModelChoice {

  private final GenerationEngine declared;
  private final Models models;
  private final ModelRegistry registry;

  @Inject
  ModelChoice(
      @UsesModel("tiny-chat") GenerationEngine declared, Models models, ModelRegistry registry) {
    this.declared = declared;
    this.models = models;
    this.registry = registry;
  }

  GenerationEngine declared() {
    return declared;
  }

  GenerationEngine named(String name) {
    String model = registry.find(GenerationEngine.class, name).key().text();
    if (!registry.isDownloaded(model)) {
      throw new NotFetchedException(
          model,
          StoreLayout.ofProcess().home().toString(),
          "run mvn models:add -Dmodels.name=" + model);
    }
    return models.generation(model);
  }
}
// end of snippet
