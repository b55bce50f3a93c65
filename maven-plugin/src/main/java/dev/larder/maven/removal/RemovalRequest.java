package dev.larder.maven.removal;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What is to leave the store.
 *
 * @param selectors one without a variant means every variant, one without a revision every revision
 * @param ownLocks the locks of the projects that ask, which are no reason to refuse
 * @param others what is done with models that other projects lock
 */
public record RemovalRequest(List<String> selectors, Set<Path> ownLocks, Others others) {

  public RemovalRequest {
    selectors = List.copyOf(selectors);
    ownLocks = Set.copyOf(ownLocks);
  }

  /** What is done with models that other projects lock. */
  public enum Others {
    RESPECT,
    IGNORE
  }
}
