package com.acme;

import dev.larder.api.GenerationEngine;
import dev.larder.api.UsesModel;

/** Needs a model that the application does not. */
interface SearchTest {
  @UsesModel("tiny-chat")
  GenerationEngine engine();
}
