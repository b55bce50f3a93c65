package dev.larder.maven;

import dev.larder.core.store.ModelStore;
import dev.larder.core.store.PrunePlan;
import dev.larder.maven.output.Finding;
import dev.larder.maven.output.Sizes;
import dev.larder.maven.pruning.Pruned;
import dev.larder.maven.pruning.Pruned.Deed;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes room in the store of this machine: removes the least recently used models that no project
 * locks, until the store is small enough, and what fetches left behind that nobody finished for a
 * day. Needs no project.
 *
 * @since 0.1.0
 */
@Mojo(name = "prune", requiresProject = false, aggregator = true, threadSafe = true)
public final class PruneMojo extends FindingMojo {

  /**
   * How much the store may take: a number with B, kB, MB, GB or TB.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.maxSize", defaultValue = "10GB")
  private String maxSize;

  /**
   * Only says what would be removed.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.dryRun", defaultValue = "false")
  private boolean dryRun;

  @Override
  Finding find() throws MojoExecutionException {
    long maxBytes = maxBytes();
    ModelStore store = new ModelStore(storeLayout());
    PrunePlan plan = store.planPruning(maxBytes);
    if (dryRun) {
      return new Pruned(plan, maxBytes, Deed.PLANNED);
    }
    store.prune(plan);
    return new Pruned(plan, maxBytes, Deed.DONE);
  }

  private long maxBytes() throws MojoExecutionException {
    try {
      return Sizes.parse(maxSize);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException("models.maxSize: " + e.getMessage(), e);
    }
  }
}
