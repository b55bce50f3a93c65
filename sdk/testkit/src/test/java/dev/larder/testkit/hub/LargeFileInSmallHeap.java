package dev.larder.testkit.hub;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Downloads one generated file from a hub in the same process; fails if it is not what it was. */
final class LargeFileInSmallHeap {

  private LargeFileInSmallHeap() {}

  public static void main(String[] arguments) throws Exception {
    Content content = Content.seeded(1, Long.parseLong(arguments[0]));
    try (StandInHub hub = StandInHub.start()) {
      hub.repository("owner/name").largeFile("model", content);
      HttpClient client =
          HttpClient.newBuilder()
              .sslContext(hub.tls().sslContext())
              .followRedirects(HttpClient.Redirect.NORMAL)
              .build();
      URI address = URI.create(hub.endpoint() + "/owner/name/resolve/main/model");
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream body =
          client
              .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream())
              .body()) {
        new DigestInputStream(body, digest).transferTo(OutputStream.nullOutputStream());
      }
      if (!HexFormat.of().formatHex(digest.digest()).equals(content.sha256())) {
        throw new AssertionError("wrong bytes");
      }
    }
  }
}
