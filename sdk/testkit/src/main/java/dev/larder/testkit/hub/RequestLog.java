package dev.larder.testkit.hub;

import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the stand-in hub was asked, in the order of arrival. May be read while requests come. */
public final class RequestLog {

  private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();

  void add(Exchange exchange) {
    exchanges.add(exchange);
  }

  /** Forgets what came so far. */
  public void clear() {
    exchanges.clear();
  }

  /** Every request. */
  public List<LoggedRequest> requests() {
    return exchanges.stream().map(Exchange::logged).toList();
  }

  /** Those that one of the two servers got. */
  public List<LoggedRequest> requests(Origin origin) {
    return requests().stream().filter(request -> request.origin() == origin).toList();
  }

  /** Those that were answered with bytes of this file, by whichever server. */
  public List<LoggedRequest> downloads(String path) {
    return requests().stream()
        .filter(request -> request.path().equals(path) && request.isOfContent())
        .toList();
  }

  /** Those that brought a token to where it must not go. */
  public List<LoggedRequest> leaks() {
    return requests().stream().filter(LoggedRequest::isLeak).toList();
  }

  /** How many bytes of this file were handed to the network. */
  public long bytesServed(String path) {
    return downloads(path).stream().mapToLong(LoggedRequest::bytesSent).sum();
  }

  /** How many of them were handed out before. */
  public long bytesServedAgain(String path) {
    long distinct = 0;
    long end = 0;
    for (LoggedRequest request :
        downloads(path).stream().sorted(Comparator.comparing(LoggedRequest::offset)).toList()) {
      long requestEnd = request.offset() + request.bytesSent();
      distinct += Math.max(0, requestEnd - Math.max(end, request.offset()));
      end = Math.max(end, requestEnd);
    }
    return bytesServed(path) - distinct;
  }
}
