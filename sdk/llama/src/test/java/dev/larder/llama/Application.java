package dev.larder.llama;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.GenerationEngine;
import dev.larder.api.GenerationRequest;
import dev.larder.api.TextRole;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An application that uses both kinds of engine, and closes neither. */
final class Application {

  static final String SECRET = "xylophonist-zebra-quartz";
  static final String READY = "ready";

  private Application() {}

  /**
   * Uses the engines.
   *
   * @param arguments a folder for the models, and what to do at the end: "leave", "wait" or
   *     "in-process", which leaves by force
   */
  public static void main(String[] arguments) throws InterruptedException {
    Path folder = Path.of(arguments[0]);
    boolean inProcess = arguments[1].equals("in-process");
    TestModel words = TestModel.tiny(folder);
    TestModel chat = TestModel.chat(folder);
    EmbeddingEngine embedding = (inProcess ? words.inProcess() : words).embedding();
    GenerationEngine generation = (inProcess ? chat.inProcess() : chat).generation();
    System.out.println(embedding.embed("boat", TextRole.QUERY));
    System.out.println(generation.generate(GenerationRequest.of("tell me")).text());
    embedding.embed(SECRET.repeat(50), TextRole.QUERY);
    generation.generate(GenerationRequest.of(SECRET).withStop(SECRET));
    System.out.println(READY);
    if (inProcess) {
      Runtime.getRuntime().halt(0);
    }
    if (arguments[1].equals("wait")) {
      TimeUnit.MINUTES.sleep(5);
    }
  }
}
