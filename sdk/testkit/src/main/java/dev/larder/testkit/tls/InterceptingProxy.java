package dev.larder.testkit.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;

/**
 * A company's proxy that looks into what it lets through: whoever asks for a tunnel to a host gets
 * one that ends at the proxy, with a certificate for that host from the company's own authority.
 */
public final class InterceptingProxy implements AutoCloseable {

  private final CertificateAuthority company;
  private final Trust beyond;
  private final ServerSocket server;
  private final List<String> tunnels = new CopyOnWriteArrayList<>();

  private InterceptingProxy(CertificateAuthority company, Trust beyond, ServerSocket server) {
    this.company = company;
    this.beyond = beyond;
    this.server = server;
  }

  /**
   * Starts on a port that is free.
   *
   * @param company certifies every host that is asked for
   * @param beyond what the proxy itself trusts
   */
  public static InterceptingProxy start(CertificateAuthority company, Trust beyond) {
    try {
      InterceptingProxy proxy =
          new InterceptingProxy(
              company, beyond, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      inBackground(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** On the loopback address. */
  public int port() {
    return server.getLocalPort();
  }

  /** What was asked for: {@code host:port}. */
  public List<String> tunnels() {
    return List.copyOf(tunnels);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = server.accept();
      inBackground(
          () -> {
            try (client) {
              intercept(client);
            }
          });
    }
  }

  private void intercept(Socket client) throws IOException {
    String target = head(client.getInputStream()).split(" ", -1)[1];
    tunnels.add(target);
    String host = target.substring(0, target.lastIndexOf(':'));
    int port = Integer.parseInt(target.substring(host.length() + 1));
    client.getOutputStream().write("HTTP/1.1 200 Here\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    SSLSocket inside =
        (SSLSocket) company.certify(host).sockets().createSocket(client, host, port, true);
    inside.setUseClientMode(false);
    // Whoever does not trust the company leads the proxy nowhere.
    inside.startHandshake();
    Socket outside = beyond.sslSocketFactory().createSocket(host, port);
    inBackground(() -> pass(inside, outside));
    pass(outside, inside);
  }

  /** The request's head, to the empty line. */
  private static String head(InputStream input) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = input.read();
      if (next < 0) {
        throw new IOException("the client hung up");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void pass(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    }
  }

  /** One direction of a connection, or the proxy itself, until somebody hangs up. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private static void inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // Somebody hung up, which is how every connection ends.
              }
            },
            "intercepting proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
