package app;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;

record RecordComponent(
    @UsesModel("minilmm") EmbeddingEngine unknown, @UsesModel("qwen3-0.6b") EmbeddingEngine wrong) {}
