package dev.larder.testkit.hub;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is called {@code ETag} of a file's bytes at present. */
final class Etags {

  private final Map<String, String> changed = new ConcurrentHashMap<>();

  /** The Xet hash on the CDN, and the git SHA-1 of what the hub serves itself, until it changes. */
  String of(HubFile file) {
    String original = file.storage() == Storage.LFS ? file.xetHash() : file.digest();
    return changed.getOrDefault(file.path(), original);
  }

  String change(String path) {
    return changed.merge(
        path, Content.of(path).sha256(), (before, once) -> Content.of(before).sha256());
  }
}
