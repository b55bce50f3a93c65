package dev.larder.testkit.hub;

import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What a request is answered; a value from which faults make worse ones. */
record Reply(int status, Headers headers, Part part, Flow flow) {

  /** No answer at all. */
  static final Reply SILENCE = of(0);

  static Reply of(int status) {
    return new Reply(status, new Headers.Builder().build(), Part.NOTHING, Flow.STEADY);
  }

  /** A redirect as the hub sends it, whose length is that of a text for people. */
  static Reply redirect(int status, String location) {
    return of(status)
        .with("Location", location)
        .text("text/plain; charset=utf-8", "Redirecting to " + location);
  }

  Reply with(String name, Object value) {
    return with(headers.newBuilder().set(name, value.toString()).build());
  }

  Reply with(Headers other) {
    return new Reply(status, other, part, flow);
  }

  Reply withAll(Headers more) {
    Headers.Builder all = headers.newBuilder();
    more.forEach(header -> all.set(header.getFirst(), header.getSecond()));
    return with(all.build());
  }

  Reply without(String name) {
    return with(headers.newBuilder().removeAll(name).build());
  }

  Reply with(Part other) {
    return new Reply(status, headers, other, flow);
  }

  Reply with(Flow other) {
    return new Reply(status, headers, part, other);
  }

  Reply text(String type, String text) {
    return with("Content-Type", type).with(Part.whole(Content.of(text)));
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }

  static String quoted(String etag) {
    return '"' + etag + '"';
  }

  /** The same answer to a request without a range. */
  Reply whole() {
    return new Reply(200, headers, Part.whole(part.content()), flow).without("Content-Range");
  }

  /** Whether the server does what it is asked. */
  boolean isGood() {
    return status >= 200 && status < 400 && status != 308;
  }

  boolean hasContent() {
    return status == 200 || status == 206;
  }

  boolean isChunked() {
    return header("Transfer-Encoding") != null;
  }

  MockResponse toResponse(Exchange exchange) {
    if (status == SILENCE.status) {
      return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
    }
    Reply measured = isChunked() ? this : with("Content-Length", part.length());
    MockResponse.Builder response =
        new MockResponse.Builder().code(status).headers(measured.headers);
    if (!exchange.isHead()) {
      response.socketHandler(new BodyWriter(this, exchange));
    }
    return response.build();
  }
}
