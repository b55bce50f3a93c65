package dev.larder.llama.protocol;

import java.io.DataOutputStream;
import java.io.IOException;

/** What one side says to the other. */
public sealed interface Message permits Request, Answer {

  /** Which call it belongs to; the application numbers its calls. */
  long call();

  /** Tells what it is among the messages of its direction. */
  int kind();

  /** Writes what it has besides. */
  void writeTo(DataOutputStream out) throws IOException;
}
