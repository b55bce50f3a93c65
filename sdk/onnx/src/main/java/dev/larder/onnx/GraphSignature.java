package dev.larder.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.TensorInfo;
import dev.larder.api.UnsupportedArchitectureException;
import dev.larder.core.engine.InstalledModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a network is called.
 *
 * @param inputs what it declares, all of it
 * @param output the name of the one output that is read
 */
record GraphSignature(List<GraphInput> inputs, String output) {

  GraphSignature {
    inputs = List.copyOf(inputs);
  }

  /**
   * Matches what a network declares with what can be fed and what is wanted.
   *
   * @throws UnsupportedArchitectureException if an input is unknown or of another shape or type, or
   *     if no output is what is wanted; names it
   */
  static GraphSignature of(
      InstalledModel model,
      Collection<NodeInfo> declaredInputs,
      Collection<NodeInfo> declaredOutputs,
      ModelOutput wanted) {
    List<GraphInput> inputs = new ArrayList<>();
    for (NodeInfo declared : declaredInputs) {
      inputs.add(
          GraphInput.of(declared)
              .orElseThrow(() -> unsupported(model, "its input " + described(declared))));
    }
    if (!feeds(inputs, ModelInput.INPUT_IDS)) {
      throw unsupported(model, "no input named " + ModelInput.INPUT_IDS.tensorName());
    }
    String output =
        wanted
            .find(declaredOutputs)
            .orElseThrow(
                () ->
                    unsupported(
                        model,
                        "no single output with %s among %s"
                            .formatted(
                                wanted.words(),
                                declaredOutputs.stream()
                                    .map(GraphSignature::described)
                                    .collect(Collectors.joining(", ")))));
    return new GraphSignature(inputs, output);
  }

  /** Whether the network can tell a token from padding. */
  boolean seesPadding() {
    return feeds(inputs, ModelInput.ATTENTION_MASK);
  }

  private static boolean feeds(List<GraphInput> inputs, ModelInput values) {
    return inputs.stream().anyMatch(input -> input.name().equals(values.tensorName()));
  }

  private static String described(NodeInfo node) {
    return node.getInfo() instanceof TensorInfo tensor
        ? "%s (%s, %s)".formatted(node.getName(), tensor.type, shape(tensor.getShape()))
        : "%s (no tensor)".formatted(node.getName());
  }

  private static String shape(long[] sizes) {
    return Arrays.stream(sizes)
        .mapToObj(size -> size < 0 ? "?" : Long.toString(size))
        .collect(Collectors.joining(" x "));
  }

  private static UnsupportedArchitectureException unsupported(InstalledModel model, String what) {
    return new UnsupportedArchitectureException(
        model.label(),
        "%s, %s: %s".formatted(model.variant().format(), model.variant().architecture(), what),
        "use another variant or another export of the model");
  }
}
