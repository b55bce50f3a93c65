package dev.larder.its.benchmarks.embedding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A JVM with one library and one model. It says its first vector as soon as it has it, and then for
 * every line that names a piece of work how many seconds that took.
 */
final class EmbeddingProcess {

  static final String FIRST_TEXT = "a small green boat on the river";

  private EmbeddingProcess() {}

  /**
   * Works until its input ends.
   *
   * @param arguments the library, and the model's folder
   */
  public static void main(String[] arguments) throws IOException {
    Embedder embedder = Library.valueOf(arguments[0]).open(Path.of(arguments[1]));
    System.out.println(Arrays.toString(embedder.embed(FIRST_TEXT)));
    BufferedReader works =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String work = works.readLine(); work != null; work = works.readLine()) {
      System.out.println(Work.valueOf(work).seconds(embedder));
    }
    System.exit(0);
  }
}
