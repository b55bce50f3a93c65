package dev.larder.testkit.hub;

/** Answers as the CDN does, which knows nothing but signed addresses. */
record CdnSide(SignedUrls urls, Etags etags) implements Side {

  @Override
  public Reply answer(Exchange exchange) {
    if (exchange.header("Authorization") != null) {
      return Reply.of(400).text("text/plain", "A token has no business here.");
    }
    SignedUrl url = urls.find(exchange.url());
    if (url == null) {
      return Reply.of(403)
          .text("text/xml", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>");
    }
    exchange.isFor(url.file().path(), Hop.CONTENT);
    exchange.by(url);
    return ContentReply.of(exchange, url.file(), etags.of(url.file())).withAll(url.headers());
  }
}
