package dev.larder.llama.process;

import java.io.InputStream;
import java.io.OutputStream;

/** A worker, as far as one can see it from outside. */
interface WorkerLink extends AutoCloseable {

  /** What the worker reads. */
  OutputStream requests();

  /** What the worker writes. */
  InputStream answers();

  /** From now on the worker is told texts, so that nothing is kept any more that it prints. */
  void opened();

  /** Why there are no more answers, in the past tense, "it" being the worker. Waits a moment. */
  String obituary();

  /** Ends the worker. Idempotent. */
  @Override
  void close();
}
