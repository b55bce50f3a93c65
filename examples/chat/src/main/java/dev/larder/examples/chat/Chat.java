package dev.larder.examples.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.larder.api.GenerationEngine;
import dev.larder.api.ModelException;
import dev.larder.core.Models;
import dev.larder.guice.ModelsModule;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;

/** A chat in a terminal. */
public final class Chat {

  private Chat() {}

  /**
   * Runs until the person leaves.
   *
   * @param arguments the name of a model, or nothing for the one that is declared
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
    BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    Injector injector = Guice.createInjector(new ModelsModule());
    Models models = injector.getInstance(Models.class);
    try (models) {
      ModelChoice choice = injector.getInstance(ModelChoice.class);
      GenerationEngine engine =
          arguments.length == 0 ? choice.declared() : choice.named(arguments[0]);
      out.printf("%s; /reset begins anew, /exit or Ctrl-D ends%n", engine.model().name());
      new Terminal(new Conversation(engine), questions, out).run();
    } catch (ModelException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
