package dev.larder.its.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The digest of a file that is here, by hand.
 *
 * @param content what is hashed
 */
record OpensslDigest(Path content) implements Contestant {

  static final String NAME = "openssl dgst -sha256";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Measurement fetch(ServedFile file, Path folder) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("openssl", "dgst", "-sha256", content.toString())
            .redirectErrorStream(true);
    long start = System.nanoTime();
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Measurement measurement = Measurement.since(start, 0);
    if (!output.contains(file.sha256())) {
      throw new IOException(NAME + " fails: " + output);
    }
    return measurement;
  }
}
