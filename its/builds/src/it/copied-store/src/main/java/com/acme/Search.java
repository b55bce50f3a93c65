package com.acme;

import com.google.inject.Guice;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;
import dev.larder.guice.ModelsModule;
import jakarta.inject.Inject;

class Search {
  @Inject
  @UsesModel("tiny")
  EmbeddingEngine engine;

  public static void main(String[] arguments) {
    Search search = Guice.createInjector(new ModelsModule()).getInstance(Search.class);
    System.out.println(search.engine == null ? "no engine" : "The application has started");
  }
}
