package dev.larder.hub;

import dev.larder.core.catalog.ModelFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a repository's listing says of the files that are asked for.
 *
 * @param commit the commit
 * @param isGated whether terms have to be accepted
 * @param files what is declared, by path; one for each file that is asked for
 */
record ListedFiles(String commit, boolean isGated, Map<String, HubFile> files) {

  ListedFiles {
    files = Map.copyOf(files);
  }

  /**
   * @throws FinalFault if a file is missing, or the commit is not the one that is asked for
   */
  static ListedFiles of(RepositoryListing listing, List<ModelFile> wanted, HubPlace place)
      throws FinalFault {
    String commit = place.commit(LinkedFile.commitOrNull(listing.sha()));
    Map<String, HubFile> files = new HashMap<>();
    for (ModelFile file : wanted) {
      HubFile found =
          listing
              .find(file.path())
              .orElseThrow(() -> HubRefusal.missingFile(place, "file " + file.path(), commit));
      files.put(file.path(), found);
    }
    return new ListedFiles(commit, listing.isGated(), files);
  }

  /** The files of which digest or size are missing. */
  List<String> incomplete() {
    return files.values().stream().filter(file -> !file.isComplete()).map(HubFile::path).toList();
  }

  /** With what is known from elsewhere, where it is more. */
  ListedFiles with(Map<String, HubFile> others) {
    Map<String, HubFile> all = new HashMap<>(files);
    others.values().stream()
        .filter(HubFile::isComplete)
        .forEach(file -> all.put(file.path(), file));
    return new ListedFiles(commit, isGated, all);
  }

  List<ModelFile> addTo(List<ModelFile> known, String url) {
    return known.stream()
        .map(file -> Objects.requireNonNull(files.get(file.path())).addTo(file, url))
        .toList();
  }
}
