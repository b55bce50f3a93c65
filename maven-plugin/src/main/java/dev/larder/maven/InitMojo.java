package dev.larder.maven;

import dev.larder.maven.initialisation.Initialised;
import dev.larder.maven.initialisation.MissingModels;
import dev.larder.maven.output.Finding;
import dev.larder.maven.questions.Answer;
import dev.larder.maven.questions.Questions;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;

/**
 * Compiles code and tests of a new checkout, says which of its models are missing on this machine
 * and how large they are, and fetches them. At a terminal it asks first.
 *
 * @since 0.1.0
 */
@Mojo(name = "init", threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE, lifecycle = CompilingFork.LIFECYCLE)
public final class InitMojo extends TestReadingMojo {

  /**
   * Fetches without a question.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.yes", defaultValue = "false")
  private boolean yes;

  @Inject
  public InitMojo(RepositorySystem system, ProjectDependenciesResolver dependencies) {
    super(system, dependencies);
  }

  @Override
  Finding find() throws MojoExecutionException {
    MissingModels missing = new MissingModels(check(request()).missing());
    if (!missing.models().isEmpty()) {
      missing.lines().forEach(getLog()::info);
      missing.models().forEach(model -> terms().show(model.key().text(), model.licence()));
      Questions questions = yes ? Questions.ALWAYS_YES : Questions.of(session());
      if (questions.ask(missing.question()) == Answer.NO) {
        return new Initialised(missing, Optional.empty());
      }
    }
    return new Initialised(missing, Optional.of(prepare()));
  }
}
