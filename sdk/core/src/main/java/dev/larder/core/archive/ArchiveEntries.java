package dev.larder.core.archive;

import dev.larder.core.lock.ModelsLock;

/** The names in an archive. None of them comes from a model's own paths. */
final class ArchiveEntries {

  /** The exact files of the models, whose keys are full selectors. */
  static final String LOCK = ModelsLock.FILE_NAME;

  private ArchiveEntries() {}

  /** The content of a file. */
  static String content(String sha256) {
    return "sha256/" + sha256;
  }
}
