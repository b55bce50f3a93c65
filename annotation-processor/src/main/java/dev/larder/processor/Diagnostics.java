package dev.larder.processor;

import dev.larder.api.ModelException;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Everything that the processor says to whoever compiles. */
final class Diagnostics {

  private final Messager messager;
  private final SourceTrees trees;
  private boolean failed;

  Diagnostics(ProcessingEnvironment environment, SourceTrees trees) {
    this.messager = environment.getMessager();
    this.trees = trees;
  }

  /** Something that cannot stand, reported on its literal. */
  void error(Place place, ModelException problem) {
    failed = true;
    if (trees.error(text(problem), place)) {
      return;
    }
    messager.printMessage(
        Diagnostic.Kind.ERROR,
        problem.getMessage(),
        place.element(),
        place.mirror(),
        place.value());
  }

  /** Something that can stand, and is mostly a mistake. */
  void warning(Place place, String text) {
    messager.printMessage(
        Diagnostic.Kind.WARNING, text, place.element(), place.mirror(), place.value());
  }

  /** Something about a whole type. */
  void error(Element type, ModelException problem) {
    failed = true;
    messager.printMessage(Diagnostic.Kind.ERROR, text(problem), type);
  }

  /** A failure that no single place in the code causes. */
  void error(ModelException problem) {
    failed = true;
    messager.printMessage(Diagnostic.Kind.ERROR, problem.getMessage());
  }

  /** A fault in Larder itself, which must not end javac with a stack trace. */
  void unexpected(Throwable fault) {
    failed = true;
    StackTraceElement[] trace = fault.getStackTrace();
    messager.printMessage(
        Diagnostic.Kind.ERROR,
        """
        Larder's annotation processor failed: %s
          At: %s
          To fix: this is a fault in Larder; report it with this message\
        """
            .formatted(fault, trace.length == 0 ? "an unknown place" : trace[0]));
  }

  private static String text(ModelException problem) {
    return String.valueOf(problem.getMessage());
  }

  /** Whether an error was reported here. */
  boolean failed() {
    return failed;
  }
}
