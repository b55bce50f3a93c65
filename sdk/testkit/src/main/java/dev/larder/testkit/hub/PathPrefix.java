package dev.larder.testkit.hub;

import org.jspecify.annotations.Nullable;

/**
 * Below what path the hub is, where a repository manager stands before it.
 *
 * @param path what every request begins with; empty where there is no manager
 * @param inLocations what the manager puts before the hub's own locations
 */
record PathPrefix(String path, String inLocations) {

  static final PathPrefix NONE = new PathPrefix("", "");

  /** The rest of a path; null if it is not below the prefix. */
  @Nullable String strip(String encodedPath) {
    return encodedPath.startsWith(path + "/") ? encodedPath.substring(path.length()) : null;
  }

  String location(String encodedPath) {
    return inLocations + encodedPath;
  }
}
