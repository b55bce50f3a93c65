package dev.larder.testkit.tiny;

import dev.larder.testkit.gguf.GgufFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The catalog's model {@code tiny-chat}, built from code: a network of llama's architecture that
 * tells one story, whatever it is asked. For tests of code that generates, not for answers.
 */
public final class TinyChatModel {

  /** Its only file. */
  public static final String GGUF = "chat.gguf";

  /** What it writes where nothing else is asked for. */
  public static final String STORY =
      " once a small boat left its harbour and sailed round the world until it came home.";

  /** The sizes of its network. */
  static final int LAYERS = 2;

  static final int DIMENSIONS = 64;
  static final int FEED_FORWARD = 128;
  static final int HEADS = 4;
  private static final int MAX_TOKENS = 512;

  private TinyChatModel() {}

  /** How many tokens it reads and writes together. */
  public static int maxTokens() {
    return MAX_TOKENS;
  }

  /**
   * Writes {@value #GGUF}, byte for byte as the catalog describes it.
   *
   * @param folder created if it does not exist
   */
  public static void writeTo(Path folder) throws IOException {
    // Behind the colon of "assistant:" the story begins; behind a tick, a tock.
    ChatVocabulary vocabulary =
        ChatVocabulary.of(List.of(":" + STORY, " tick tock tick", " user assistant system"));
    GgufFile file = new GgufFile(ChatGguf.metadata(vocabulary), ChatWeights.of(vocabulary));
    Files.createDirectories(folder);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(GGUF)))) {
      file.writeTo(out);
    }
  }
}
