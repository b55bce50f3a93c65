package dev.larder.llama.worker;

import dev.larder.llama.protocol.Answer;
import dev.larder.llama.protocol.FrameWriter;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Says over and over that the process runs, however long its model takes, from a thread that does
 * nothing else.
 */
final class Heartbeat {

  private Heartbeat() {}

  /** Begins; ends with the stream, or with the process. */
  static void begin(FrameWriter answers) {
    Thread thread = new Thread(() -> beat(answers), "larder-llama-heartbeat");
    thread.setDaemon(true);
    thread.start();
  }

  private static void beat(FrameWriter answers) {
    try {
      while (true) {
        answers.write(new Answer.Alive());
        TimeUnit.MILLISECONDS.sleep(Answer.Alive.EVERY_MILLIS);
      }
    } catch (IOException | InterruptedException e) {
      // Nobody listens any more.
    }
  }
}
