package dev.larder.onnx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Something that another thread opens meanwhile. */
final class Opening<T> {

  private final CompletableFuture<T> opened = new CompletableFuture<>();

  private Opening() {}

  /**
   * @param name of the thread, which does not keep the JVM from ending
   */
  static <T> Opening<T> start(String name, Supplier<T> open) {
    Opening<T> opening = new Opening<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                opening.opened.complete(open.get());
              } catch (RuntimeException | Error e) {
                opening.opened.completeExceptionally(e);
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return opening;
  }

  /** Waits for it; throws what opening it has thrown. */
  T get() {
    try {
      return opened.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Waits for it and closes it, if it could be opened. */
  void discard(Consumer<T> close) {
    if (opened.handle((value, failure) -> failure == null).join()) {
      close.accept(opened.join());
    }
  }
}
