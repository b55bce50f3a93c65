package dev.larder.its.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real nginx on loopback over HTTPS, which serves one folder at full and at limited speed. */
final class FileServer implements AutoCloseable {

  private static final int MOST_ATTEMPTS = 100;

  private final Process process;
  private final Path root;
  private final int port;

  private FileServer(Process process, Path root, int port) {
    this.process = process;
    this.root = root;
    this.port = port;
  }

  /**
   * Starts one.
   *
   * @param bytesPerSecond what a limited connection gets
   */
  static FileServer start(Path folder, Certificate certificate, long bytesPerSecond)
      throws IOException, InterruptedException {
    Path root = Files.createDirectories(folder.resolve("root"));
    int port = freePort();
    Path configuration =
        Files.writeString(
            folder.resolve("nginx.conf"),
            configuration(folder, root, certificate, port, bytesPerSecond));
    Process process =
        new ProcessBuilder(
                Programs.find("nginx"),
                "-p",
                folder.toString(),
                "-e",
                "stderr",
                "-c",
                configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.log").toFile())
            .start();
    // For whoever stops a benchmark half-way.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    FileServer server = new FileServer(process, root, port);
    server.awaitFirstConnection(folder.resolve("nginx.log"));
    return server;
  }

  /** Where the served files lie. */
  Path root() {
    return root;
  }

  URI fast() {
    return URI.create("https://127.0.0.1:" + port);
  }

  /** The same files with a limit on each connection. */
  URI limited() {
    return fast().resolve("/limited");
  }

  private static String configuration(
      Path folder, Path root, Certificate certificate, int port, long bytesPerSecond) {
    return """
        daemon off;
        # Heeded only where root starts it: its workers must be able to read the folder.
        user root root;
        worker_processes auto;
        pid %1$s/nginx.pid;
        events {}
        http {
          access_log off;
          sendfile on;
          keepalive_requests 10000;
          client_body_temp_path %1$s/temp;
          proxy_temp_path %1$s/temp;
          fastcgi_temp_path %1$s/temp;
          uwsgi_temp_path %1$s/temp;
          scgi_temp_path %1$s/temp;
          ssl_certificate %3$s;
          ssl_certificate_key %4$s;
          ssl_protocols TLSv1.2 TLSv1.3;
          server {
            listen 127.0.0.1:%5$d ssl;
            location / { root %2$s; }
            location /limited/ { alias %2$s/; limit_rate %6$d; }
          }
        }
        """
        .formatted(folder, root, certificate.chain(), certificate.key(), port, bytesPerSecond);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitFirstConnection(Path log) throws IOException, InterruptedException {
    for (int attempt = 0; attempt < MOST_ATTEMPTS && process.isAlive(); attempt++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
    close();
    throw new IOException("nginx does not start: " + Files.readString(log));
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
