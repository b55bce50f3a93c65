package dev.larder.testkit.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client that knows nothing of the hub: the JDK's, which follows no redirect here. */
final class HubClient {

  private final StandInHub hub;
  private final HttpClient client;

  private final Duration patience;

  HubClient(StandInHub hub) {
    this(
        hub,
        HttpClient.newBuilder().sslContext(hub.tls().sslContext()).build(),
        Duration.ofSeconds(20));
  }

  private HubClient(StandInHub hub, HttpClient client, Duration patience) {
    this.hub = hub;
    this.client = client;
    this.patience = patience;
  }

  /** The same client, which gives an answer up that is not complete by then. */
  HubClient patientFor(Duration time) {
    return new HubClient(hub, client, time);
  }

  /** Asks for a path below the endpoint, or for an address. */
  HttpResponse<byte[]> get(String pathOrAddress, String... headers)
      throws IOException, InterruptedException {
    return send("GET", pathOrAddress, headers);
  }

  HttpResponse<byte[]> head(String pathOrAddress, String... headers)
      throws IOException, InterruptedException {
    return send("HEAD", pathOrAddress, headers);
  }

  /** Asks for where an answer redirects to. */
  HttpResponse<byte[]> follow(HttpResponse<?> redirect, String... headers)
      throws IOException, InterruptedException {
    return get(location(redirect), headers);
  }

  /** Asks the hub for a file, and goes where it says. */
  HttpResponse<byte[]> download(String path, String... headers)
      throws IOException, InterruptedException {
    return follow(get(path), headers);
  }

  static String location(HttpResponse<?> redirect) {
    return redirect.uri().resolve(header(redirect, "Location")).toString();
  }

  static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("-");
  }

  HttpResponse<byte[]> send(String method, String pathOrAddress, String... headers)
      throws IOException, InterruptedException {
    String address = pathOrAddress.startsWith("/") ? hub.endpoint() + pathOrAddress : pathOrAddress;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .method(method, HttpRequest.BodyPublishers.noBody());
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.build(), BodyHandlers.ofByteArray());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("timed out", e);
    }
  }
}
