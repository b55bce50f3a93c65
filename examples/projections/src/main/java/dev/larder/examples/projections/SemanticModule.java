package dev.larder.examples.projections;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;
import dev.larder.projections.Projected;
import dev.larder.projections.ProjectionFolder;

/** Provides the engine with the project's projection behind it. */
final class SemanticModule extends AbstractModule {

  private final ProjectionFolder folder;

  SemanticModule(ProjectionFolder folder) {
    this.folder = folder;
  }

  // snippet: provides
  @Provides
  @Singleton
  @Projected("semantic")
  EmbeddingEngine semantic(@UsesModel("tiny") EmbeddingEngine tiny) {
    return folder.open(tiny, "semantic");
  }
  // end of snippet
}
