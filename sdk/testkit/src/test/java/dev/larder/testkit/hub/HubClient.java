package dev.larder.testkit.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client that knows nothing of the hub: the JDK's, which follows no redirect here. */
final class HubClient {

  private final StandInHub hub;
  private final HttpClient client;

  HubClient(StandInHub hub) {
    this.hub = hub;
    client = HttpClient.newBuilder().sslContext(hub.tls().sslContext()).build();
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

  private HttpResponse<byte[]> send(String method, String pathOrAddress, String... headers)
      throws IOException, InterruptedException {
    String address = pathOrAddress.startsWith("/") ? hub.endpoint() + pathOrAddress : pathOrAddress;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(10));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }
}
