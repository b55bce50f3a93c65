package dev.larder.maven.pruning;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.store.Leftover;
import dev.larder.core.store.PrunePlan;
import dev.larder.core.store.UnusedModel;
import dev.larder.maven.output.Finding;
import dev.larder.maven.output.Sizes;
import dev.larder.maven.output.Table;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What left the store, or would leave it.
 *
 * @param plan what that is
 * @param maxBytes how much the store may take
 * @param deed whether it was done
 */
public record Pruned(PrunePlan plan, long maxBytes, Deed deed) implements Finding {

  /** Whether a plan was carried out. */
  public enum Deed {
    DONE,
    PLANNED
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    String verb = deed == Deed.DONE ? "Removed" : "Would remove";
    if (!plan.models().isEmpty()) {
      Table table = new Table().row("MODEL", "LAST USED", "FREES");
      for (UnusedModel model : plan.models()) {
        table.row(
            model.name().text(),
            model.lastUsed().atZone(ZoneOffset.UTC).toLocalDate().toString(),
            Sizes.text(model.bytes()));
      }
      lines.add(verb + ":");
      lines.addAll(table.lines());
    }
    if (!plan.leftovers().isEmpty()) {
      int files = plan.leftovers().size();
      lines.add(
          "%s what unfinished fetches left behind: %d %s, %s"
              .formatted(verb, files, files == 1 ? "file" : "files", Sizes.text(leftoverBytes())));
    }
    lines.add(room());
    if (plan.bytesAfter() > maxBytes) {
      lines.add("Projects of this machine lock the rest, or a fetch is under way");
    }
    return lines;
  }

  private String room() {
    String after = Sizes.text(plan.bytesAfter());
    return "The store %s; it may take %s"
        .formatted(
            deed == Deed.DONE
                ? "takes " + after
                : "would take %s instead of %s".formatted(after, Sizes.text(plan.bytesBefore())),
            Sizes.text(maxBytes));
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("dryRun", deed == Deed.PLANNED);
    json.writeArrayFieldStart("models");
    for (UnusedModel model : plan.models()) {
      json.writeStartObject();
      json.writeStringField("model", model.name().text());
      json.writeStringField("lastUsed", model.lastUsed().toString());
      json.writeNumberField("freed", model.bytes());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("leftovers", plan.leftovers().size());
    json.writeNumberField("leftoversFreed", leftoverBytes());
    json.writeNumberField("before", plan.bytesBefore());
    json.writeNumberField("after", plan.bytesAfter());
    json.writeNumberField("allowed", maxBytes);
    json.writeEndObject();
  }

  private long leftoverBytes() {
    return plan.leftovers().stream().mapToLong(Leftover::bytes).sum();
  }
}
