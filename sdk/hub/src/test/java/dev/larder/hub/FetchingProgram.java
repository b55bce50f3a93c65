package dev.larder.hub;

import dev.larder.api.DownloadFailedException;
import java.time.Duration;

/** Fetches a file as the JVM's options say, and prints what came and what was negotiated. */
final class FetchingProgram {

  private FetchingProgram() {}

  public static void main(String[] arguments) {
    Negotiated negotiated = new Negotiated();
    Connections connections = new Connections(Duration.ofSeconds(5), Proxies.OF_THE_JVM);
    HttpsClient client =
        new HttpsClient(
            () -> negotiated.of(connections.make()),
            Pause.SLEEP,
            Pace.STANDARD,
            new PieceBuffers(PieceSizes.STANDARD));
    MemorySink sink = new MemorySink();
    try (HubFetcher fetcher = new HubFetcher(Loopback.settings(arguments[0], ""), client)) {
      fetcher.fetch(Replies.request(sink));
      System.out.println(sink.text());
      negotiated.seen().forEach(System.out::println);
    } catch (DownloadFailedException e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
  }
}
