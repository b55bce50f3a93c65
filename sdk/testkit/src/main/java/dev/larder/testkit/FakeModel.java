package dev.larder.testkit;

import dev.larder.api.ModelInfo;
import dev.larder.core.catalog.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * What the fakes have in common: whose they are, what they were asked, and whether they are closed.
 *
 * @param <C> a call
 */
final class FakeModel<C> {

  private final ModelInfo info;
  private final List<C> calls = new ArrayList<>();
  private boolean closed;

  FakeModel(Selection selection) {
    this.info =
        new ModelInfo(
            selection.model().name(),
            selection.variant().id(),
            "fake",
            "fake",
            selection.variant().licence(),
            "0".repeat(64));
  }

  ModelInfo info() {
    return info;
  }

  synchronized void record(C call) {
    requireOpen();
    calls.add(call);
  }

  synchronized void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The engine of \"%s\" is closed".formatted(info.name()));
    }
  }

  synchronized List<C> calls() {
    return List.copyOf(calls);
  }

  synchronized void close() {
    closed = true;
  }
}
