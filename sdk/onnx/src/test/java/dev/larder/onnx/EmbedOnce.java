package dev.larder.onnx;

import ai.djl.util.Ec2Utils;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Socket;
import java.nio.file.Path;

/** An application that embeds one text, has no network, and ends by returning from {@code main}. */
final class EmbedOnce {

  static final String ASKED = "somebody asked for the network";

  private EmbedOnce() {}

  /**
   * Embeds one text.
   *
   * @param arguments a folder for the model, and what is done at the end: "close", "leave", or
   *     "report" what the tokenizers' own class would report
   */
  @SuppressWarnings("deprecation") // there is no other way to forbid every socket
  public static void main(String[] arguments) throws IOException {
    Socket.setSocketImplFactory(
        () -> {
          System.out.println(ASKED);
          throw new IllegalStateException(ASKED);
        });
    DatagramSocket.setDatagramSocketImplFactory(
        () -> {
          System.out.println(ASKED);
          throw new IllegalStateException(ASKED);
        });
    EmbeddingEngine engine = TestModel.tiny(Path.of(arguments[0])).open();
    System.out.println(engine.embed("boat", TextRole.QUERY));
    switch (arguments[1]) {
      case "close" -> engine.close();
      case "report" -> Ec2Utils.callHome("Huggingface");
      default -> {}
    }
  }
}
