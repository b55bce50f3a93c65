package com.acme

import dev.larder.api.GenerationEngine
import dev.larder.api.UsesModel
import jakarta.inject.Inject

class Advice @Inject constructor(@UsesModel("tiny-chat") val engine: GenerationEngine)
