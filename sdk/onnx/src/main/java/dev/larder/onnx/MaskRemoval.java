package dev.larder.onnx;

/** Where nothing is ever padded, attention has not to ask whether there is a mask. */
final class MaskRemoval implements Fusion {

  @Override
  public void apply(Graph graph) {
    for (GraphNode choice : graph.nodes("If")) {
      if (choice.input(0).equals(PaddingMask.NO_PADDING)) {
        choice
            .attribute("then_branch")
            .flatMap(branch -> Graph.only(branch.graphs().get(0)))
            .ifPresent(attention -> graph.replace(choice, attention.giving(choice.output())));
      }
    }
  }
}
