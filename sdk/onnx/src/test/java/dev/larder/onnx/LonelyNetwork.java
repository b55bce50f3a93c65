package dev.larder.onnx;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;

/** A network of a process's own, without a way to any other: a network namespace of Linux. */
final class LonelyNetwork {

  /** Runs what follows it in such a network, and prints the kernel's counters in the end. */
  static final List<String> COMMAND =
      List.of(
          "unshare",
          "-rn",
          "sh",
          "-c",
          "\"$@\"; status=$?; cat /proc/net/snmp; exit $status",
          "sh");

  private static final Set<String> COUNTERS = Set.of("OutRequests", "OutNoRoutes");

  private LonelyNetwork() {}

  /** Whether this system has such networks, and gives them to anyone. */
  static boolean isPossible() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "-rn", "cat", "/proc/net/snmp")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** How many packets were sent, or would have been, had there been a way. */
  static int attempts(String output) {
    List<String[]> lines =
        output.lines().filter(line -> line.startsWith("Ip: ")).map(l -> l.split(" ", -1)).toList();
    int attempts = 0;
    for (int column = 1; column < lines.get(0).length; column++) {
      if (COUNTERS.contains(lines.get(0)[column])) {
        attempts += Integer.parseInt(lines.get(1)[column]);
      }
    }
    return attempts;
  }

  /** Asks for an address that belongs to nobody (RFC 5737). */
  static final class Asking {

    private Asking() {}

    public static void main(String[] arguments) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("192.0.2.1", 443), 1000);
      } catch (IOException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
