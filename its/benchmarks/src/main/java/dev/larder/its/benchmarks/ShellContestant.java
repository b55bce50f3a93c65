package dev.larder.its.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What a person types. The command finds its values in {@code $CERTIFICATE}, {@code $TO} (a file),
 * {@code $URL} and {@code $SHA256}.
 *
 * @param proof what its output has to contain for the file to be the right one
 */
record ShellContestant(String name, String command, String proof, Path certificate)
    implements Contestant {

  /** Downloads to a file, then hashes it. */
  static Contestant curlThenOpenssl(Certificate certificate) {
    return new ShellContestant(
        "curl, then openssl",
        "curl -sSf --cacert \"$CERTIFICATE\" -o \"$TO\" \"$URL\" && openssl dgst -sha256 \"$TO\"",
        "$SHA256",
        certificate.root());
  }

  /** Downloads in sixteen parts with a checksum. */
  static Contestant aria2(Certificate certificate) {
    return new ShellContestant(
        "aria2c -x16 -s16 with checksum",
        "aria2c -x16 -s16 --no-conf --console-log-level=warn --ca-certificate=\"$CERTIFICATE\""
            + " --checksum=sha-256=$SHA256 -d \"$(dirname \"$TO\")\" -o \"$(basename \"$TO\")\""
            + " \"$URL\"",
        "OK",
        certificate.root());
  }

  @Override
  public Measurement fetch(ServedFile file, Path folder) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
    builder.environment().put("CERTIFICATE", certificate.toString());
    builder.environment().put("TO", folder.resolve(file.name()).toString());
    builder.environment().put("URL", file.url());
    builder.environment().put("SHA256", file.sha256());
    long start = System.nanoTime();
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    Measurement measurement = Measurement.since(start, 0);
    if (exit != 0 || !output.contains(proof.replace("$SHA256", file.sha256()))) {
      throw new IOException("%s fails (%d): %s".formatted(name, exit, output));
    }
    return measurement;
  }
}
