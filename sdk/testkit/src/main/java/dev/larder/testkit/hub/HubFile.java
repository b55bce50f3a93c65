package dev.larder.testkit.hub;

import java.util.Locale;

/** A file of a repository. */
record HubFile(String path, Content content, Storage storage) {

  /** Git calls a file binary that has a zero byte among its first ones; so many it looks at. */
  private static final int LOOKED_AT = 8000;

  /** What the hub calls the content in {@code X-Linked-Etag}: SHA-256 or git blob SHA-1. */
  String digest() {
    return storage == Storage.LFS ? content.sha256() : content.gitSha1();
  }

  /** What is in the git repository: the content, or a pointer to it. */
  Content blob() {
    return storage == Storage.GIT
        ? content
        : Content.of(
            String.format(
                Locale.ROOT,
                "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize %d\n",
                content.sha256(),
                content.length()));
  }

  /** A digest of 64 digits that is not the SHA-256, as that of the hub's storage is not. */
  String xetHash() {
    return Content.of("xet:" + content.sha256()).sha256();
  }

  boolean isText() {
    byte[] start = content.bytes(0, (int) Math.min(LOOKED_AT, content.length()));
    for (byte value : start) {
      if (value == 0) {
        return false;
      }
    }
    return true;
  }
}
