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
   * @param arguments the library, the model's selector and two files, and the folder with the texts
   */
  public static void main(String[] arguments) throws IOException {
    StoredModel model = new StoredModel(arguments[1], Path.of(arguments[2]), Path.of(arguments[3]));
    Embedder embedder = Library.valueOf(arguments[0]).open(model);
    Path texts = Path.of(arguments[4]);
    System.out.println(Arrays.toString(embedder.embed(FIRST_TEXT)));
    BufferedReader works =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String work = works.readLine(); work != null; work = works.readLine()) {
      System.out.println(Work.valueOf(work).seconds(embedder, texts));
    }
    System.exit(0);
  }
}
