package com.acme;

import dev.larder.api.RerankEngine;

/** Needs no model, until the scenario annotates it. */
public interface Sorting {
  RerankEngine engine();
}
