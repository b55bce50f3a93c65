package dev.larder.onnx;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Threads that help a caller with what it has to do: together as many as a number says. They come
 * when there is something to do, go when there is nothing for a while, and never keep the JVM from
 * ending.
 */
final class Helpers implements AutoCloseable {

  private static final long IDLE_SECONDS = 10;

  private final int together;
  private final ThreadPoolExecutor threads;

  /**
   * @param label of the model, for the threads' names
   * @param together how many threads do something for one caller, with the caller itself
   */
  Helpers(String label, int together) {
    this.together = together;
    int others = Math.max(1, together - 1);
    this.threads =
        new ThreadPoolExecutor(
            others,
            others,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "larder " + label);
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Does a number of tasks, in no order but begun in that of their numbers, and returns when all
   * are done. Where one fails, no other is begun, and its exception is thrown.
   *
   * @param task gets the number of each, from 0
   */
  void forEach(int count, IntConsumer task) {
    SharedTasks tasks = new SharedTasks(count, task);
    for (int helper = 1; helper < Math.min(together, count); helper++) {
      threads.execute(tasks::help);
    }
    tasks.workAndWait();
  }

  /** A function of each of several values, in their order. */
  <S, T> List<T> map(List<S> values, Function<S, T> function) {
    AtomicReferenceArray<T> results = new AtomicReferenceArray<>(values.size());
    forEach(values.size(), i -> results.set(i, function.apply(values.get(i))));
    return IntStream.range(0, values.size()).mapToObj(results::get).toList();
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
