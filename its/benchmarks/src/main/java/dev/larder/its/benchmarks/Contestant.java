package dev.larder.its.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** One way to get a file and to be sure of its digest. */
interface Contestant extends AutoCloseable {

  /** What the report calls it. */
  String name();

  /**
   * Fetches a file.
   *
   * @param folder an empty folder of this run's own
   * @throws IOException if it does not come, or with another digest
   */
  Measurement fetch(ServedFile file, Path folder) throws IOException, InterruptedException;

  @Override
  default void close() throws IOException {}
}
