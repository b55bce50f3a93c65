package dev.larder.maven;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.store.LocalCopies;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.output.Finding;
import dev.larder.maven.preparation.BuildNames;
import dev.larder.maven.progress.Progress;
import dev.larder.maven.verification.DigestConfirmation;
import dev.larder.maven.verification.RecordedNames;
import dev.larder.maven.verification.StoreRepair;
import dev.larder.maven.verification.StoreVerification;
import dev.larder.maven.verification.Verification;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;

/**
 * Hashes the models on this machine again, and says which files are not what was fetched. Needs no
 * project.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", requiresProject = false, aggregator = true, threadSafe = true)
public final class VerifyMojo extends FetchingMojo {

  /**
   * The only models to look at, name[:variant][@revision] each, separated by commas. Without it,
   * all that ever came into the store.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.name")
  private List<String> names = List.of();

  /**
   * Whether what is wrong is fetched again, from where it came from. Without it, the next build
   * that needs it does that.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.repair", defaultValue = "false")
  private boolean repair;

  /**
   * Whether to say instead which digests of the catalog the bytes on this machine confirm: those in
   * the stores, in the cache of huggingface_hub, and of mirrors in the local Maven repository.
   * Nothing is fetched or changed.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.mirrors", defaultValue = "false")
  private boolean mirrors;

  private final ProjectDependenciesResolver dependencies;

  @Inject
  public VerifyMojo(RepositorySystem system, ProjectDependenciesResolver dependencies) {
    super(system);
    this.dependencies = dependencies;
  }

  @Override
  Finding find() throws MojoExecutionException {
    ModelStore store = new ModelStore(storeLayout());
    List<String> selectors = stripped(names);
    if (mirrors && repair) {
      throw new MojoExecutionException(
          "models.mirrors changes nothing and models.repair does; leave one of them out");
    }
    if (mirrors) {
      return new DigestConfirmation(
              Catalog.builtIn(), new LocalCopies(store.layout(), fetchers().localRepository()))
          .run(selectors);
    }
    Catalog catalog = new BuildNames(dependencies, session()).of(selectors);
    Verification found =
        new StoreVerification(store).run(new RecordedNames(catalog, store).select(selectors));
    return repair && found.isAnyWrong() ? repaired(found) : found;
  }

  private Verification repaired(Verification found) throws MojoExecutionException {
    try (Progress listener = progress()) {
      return new StoreRepair(
              Catalog.builtIn(), new ModelStore(storeLayout()), fetchers(), policy(), listener)
          .run(found);
    }
  }
}
