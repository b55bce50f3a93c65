package dev.larder.its.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** Larder in one JVM for all runs, with new connections and a fresh store for each. */
final class WarmLarder implements Contestant {

  private final String name;
  private final Jvm jvm;

  private WarmLarder(String name, Jvm jvm) {
    this.name = name;
    this.jvm = jvm;
  }

  /** Starts the JVM. */
  static WarmLarder start(
      String name, ServedFile file, JavaCommand java, Certificate certificate, Path folder)
      throws IOException {
    return new WarmLarder(name, Jvm.start(file, java, certificate, folder));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Measurement fetch(ServedFile file, Path folder) throws IOException {
    long start = System.nanoTime();
    jvm.fetchInto(folder.resolve("store"));
    return Measurement.since(start, jvm.peakMemory());
  }

  @Override
  public void close() throws IOException {
    jvm.close();
  }
}
