package dev.larder.onnx;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A model was opened, for the flight recorder. */
@Name("dev.larder.Open")
@Label("Opening of a model")
@Category("Larder")
@StackTrace(false)
final class OpenEvent extends Event {

  @Label("Model")
  String model = "";
}
