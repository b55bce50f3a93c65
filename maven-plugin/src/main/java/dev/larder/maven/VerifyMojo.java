package dev.larder.maven;

import dev.larder.core.store.ModelStore;
import dev.larder.maven.verification.StoreVerification;
import dev.larder.maven.verification.Verified;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Hashes the models on this machine again, and says which files are not what was fetched. What was
 * changed is fetched again by the next build that needs it. Needs no project.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", requiresProject = false, aggregator = true, threadSafe = true)
public final class VerifyMojo extends ModelsMojo {

  /**
   * The name of the only model to look at. Without it, all that were ever fetched.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.name")
  private @Nullable String name;

  @Override
  void run() throws MojoFailureException {
    List<Verified> models =
        new StoreVerification(new ModelStore(storeLayout()))
            .run(recorded -> name == null || name.equals(recorded));
    if (models.isEmpty() && name != null) {
      throw new MojoFailureException(
          "No model called \"%s\" was ever fetched into %s".formatted(name, storeLayout().home()));
    }
    models.forEach(this::report);
    long wrong = models.stream().filter(Verified::isWrong).count();
    if (wrong > 0) {
      throw new MojoFailureException(
          ("%d of %d models are not what was fetched; mvn models:fetch, in a project that declares"
                  + " them, fetches them again")
              .formatted(wrong, models.size()));
    }
    getLog().info("Nothing is wrong with " + storeLayout().home());
  }

  private void report(Verified model) {
    if (model.isWrong()) {
      model.lines().forEach(getLog()::error);
    } else {
      model.lines().forEach(getLog()::info);
    }
  }
}
