package dev.larder.testkit.hub;

/** Answers as the CDN does, which knows nothing but signed addresses. */
record CdnSide(SignedUrls urls) implements Side {

  @Override
  public Reply answer(Exchange exchange) {
    SignedUrl url = urls.find(exchange.url());
    if (url == null) {
      return accessDenied();
    }
    exchange.isFor(url.file().path(), Hop.CONTENT);
    exchange.by(url);
    if (urls.isExpired(url)) {
      return accessDenied();
    }
    return ContentReply.of(exchange, url.file()).withAll(url.headers());
  }

  static Reply accessDenied() {
    return Reply.of(403)
        .text("text/xml", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>");
  }
}
