package com.acme;

import dev.larder.api.GenerationEngine;
import dev.larder.api.UsesModel;

interface Chat {
  @UsesModel("qwen3-0.6b")
  GenerationEngine engine();
}
