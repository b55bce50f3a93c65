package dev.larder.maven.questions;

import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.DefaultRepositorySystemSession;

/** A program that asks one question, as a build would, and says what was answered. */
final class Asking {

  private Asking() {}

  /**
   * Asks.
   *
   * @param arguments {@code interactive} or {@code batch}
   */
  @SuppressWarnings("deprecation") // Maven itself makes sessions in another way, which is not ours.
  public static void main(String[] arguments) {
    DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
    request.setInteractiveMode(arguments[0].equals("interactive"));
    MavenSession session =
        new MavenSession(
            null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
    Answer answer = Questions.of(session).ask(new Question("Remove it?", Answer.NO));
    System.out.println("The answer is " + answer);
  }
}
