package dev.larder.its.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/** Larder in a JVM of its own for each run, from the start of the process. */
record ColdLarder(String name, JavaCommand java, Certificate certificate) implements Contestant {

  @Override
  public Measurement fetch(ServedFile file, Path folder) throws IOException {
    long start = System.nanoTime();
    try (Jvm jvm = Jvm.start(file, java, certificate, folder)) {
      jvm.fetchInto(folder.resolve("store"));
      return Measurement.since(start, jvm.peakMemory());
    }
  }
}
