package dev.larder.testkit.hub;

import okhttp3.HttpUrl;

/** What some networks show to whoever has not signed in, whatever was asked for. */
final class Portal {

  private static final String PATH = "/captive-portal";

  private Portal() {}

  static boolean isAt(HttpUrl url) {
    return url.encodedPath().equals(PATH);
  }

  /** Where its page is, for somebody who has asked for something else. */
  static String address(HttpUrl asked) {
    return asked
        .newBuilder()
        .host(StandInHub.OTHER_NAME)
        .encodedPath(PATH)
        .query(null)
        .build()
        .toString();
  }

  /** The page: 25 bytes. */
  static Reply page() {
    return Reply.of(200).text("text/html; charset=utf-8", "<html>Log in first</html>");
  }
}
