package dev.larder.hub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;

/** Answers whatever it is asked with the same bytes. */
final class RawServer implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final byte[] answer;

  RawServer(String answerInHex) throws IOException {
    answer = HexFormat.of().parseHex(answerInHex);
    Thread thread = new Thread(this::serve, "raw server");
    thread.setDaemon(true);
    thread.start();
  }

  String address() {
    return "https://localhost:" + server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        byte[] hello = new byte[4096];
        client.getInputStream().read(hello);
        client.getOutputStream().write(answer);
        client.shutdownOutput();
        client.getInputStream().read(hello);
      } catch (IOException e) {
        // The client hung up, or the test is over.
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
