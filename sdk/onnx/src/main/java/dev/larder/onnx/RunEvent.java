package dev.larder.onnx;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** One run of a network, for the flight recorder; its duration is that of the run. */
@Name("dev.larder.Run")
@Label("Run of texts")
@Category("Larder")
@StackTrace(false)
final class RunEvent extends Event {

  @Label("Model")
  String model = "";

  @Label("Texts")
  int texts;

  @Label("Tokens")
  long tokens;

  @Label("Padding")
  @Description("Tokens that were added so that the texts could be run together")
  long padding;

  @Label("Waited")
  @Description("How long the texts waited for their turn, all of them together")
  @Timespan(Timespan.NANOSECONDS)
  long waited;
}
