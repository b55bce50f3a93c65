package dev.larder.testkit.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Repositories as folders, {@code owner/name/...}, whose files are served from where they are. */
record RepositoryFolder(Path folder) {

  /** What is longer, or no text, goes to the CDN, as the hub asks of those who upload. */
  private static final long LONGEST_IN_GIT = 10 << 20;

  void addTo(StandInHub hub) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
        add(file, hub);
      }
    }
  }

  private void add(Path file, StandInHub hub) {
    Path path = folder.relativize(file);
    if (path.getNameCount() > 2) {
      HubRepository repository = hub.repository(name(path.subpath(0, 2)));
      String name = name(path.subpath(2, path.getNameCount()));
      Content content = Content.of(file);
      HubFile inGit = new HubFile(name, content, Storage.GIT);
      if (content.length() <= LONGEST_IN_GIT && inGit.isText()) {
        repository.file(name, content);
      } else {
        repository.largeFile(name, content);
      }
    }
  }

  private static String name(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
