package dev.larder.maven.questions;

import dev.larder.maven.progress.Surroundings;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/** Who answers questions. */
@FunctionalInterface
public interface Questions {

  /** Nobody, because nobody needs to be asked. */
  Questions ALWAYS_YES = question -> Answer.YES;

  Answer ask(Question question);

  /** The person at the console, where the build is an interactive one. */
  static Questions of(MavenSession session) {
    return Optional.ofNullable(System.console())
        .filter(Surroundings::isTerminal)
        .filter(console -> session.getRequest().isInteractiveMode())
        .<Questions>map(
            console -> question -> question.answer(console.readLine("%s", question.prompt())))
        .orElse(question -> Answer.NONE);
  }
}
