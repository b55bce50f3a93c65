package dev.larder.projections;

import java.util.Map;
import java.util.TreeMap;

/**
 * What training did, measured on anchors that it never saw: neither to learn from nor to decide
 * when to stop.
 *
 * @param examples how many examples there were in all
 * @param heldOut how many of them were measured on
 * @param epochs after how many epochs the weights were the best
 * @param before of the model's own vectors
 * @param after of the projection's
 */
public record Figures(int examples, int heldOut, int epochs, Recall before, Recall after) {

  static Figures of(Metadata metadata) {
    return new Figures(
        integer(metadata, "examples"),
        integer(metadata, "held_out"),
        integer(metadata, "epochs"),
        recall(metadata, "before"),
        recall(metadata, "after"));
  }

  Map<String, String> metadata() {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("examples", Integer.toString(examples));
    metadata.put("held_out", Integer.toString(heldOut));
    metadata.put("epochs", Integer.toString(epochs));
    put(metadata, "before", before);
    put(metadata, "after", after);
    return metadata;
  }

  private static void put(Map<String, String> metadata, String when, Recall recall) {
    metadata.put("recall_at_1_" + when, Double.toString(recall.at1()));
    metadata.put("recall_at_10_" + when, Double.toString(recall.at10()));
  }

  private static Recall recall(Metadata metadata, String when) {
    return new Recall(
        Double.parseDouble(metadata.text("recall_at_1_" + when)),
        Double.parseDouble(metadata.text("recall_at_10_" + when)));
  }

  private static int integer(Metadata metadata, String name) {
    return Integer.parseInt(metadata.text(name));
  }
}
