package dev.larder.maven.verification;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.store.LocalCopy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the bytes on this machine say of the digests that the catalog states for a variant.
 *
 * @param label the model and variant
 * @param files its files
 * @param copies of its files
 */
record ConfirmedVariant(String label, List<ModelFile> files, List<LocalCopy> copies) {

  ConfirmedVariant {
    files = List.copyOf(files);
    copies = List.copyOf(copies);
  }

  /** Whether none of its files is on this machine. */
  boolean isElsewhere() {
    return copies.isEmpty();
  }

  /** Whether a copy has other bytes than the catalog says. */
  boolean isContradicted() {
    return copies.stream().anyMatch(copy -> !copy.isRight());
  }

  private long confirmed() {
    return files.stream()
        .filter(file -> copies(file).stream().anyMatch(LocalCopy::isRight))
        .count();
  }

  private List<LocalCopy> copies(ModelFile file) {
    return copies.stream().filter(copy -> copy.file().equals(file)).toList();
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("%s: %d of %d digests confirmed".formatted(label, confirmed(), files.size()));
    files.forEach(file -> lines.add("  %s: %s".formatted(file.path(), words(file))));
    return lines;
  }

  private String words(ModelFile file) {
    if (file.sha256() == null) {
      return "the catalog states no digest";
    }
    List<LocalCopy> here = copies(file);
    return here.isEmpty()
        ? "not on this machine"
        : here.stream().map(ConfirmedVariant::words).collect(Collectors.joining("; "));
  }

  private static String words(LocalCopy copy) {
    String place = "%s (%s)".formatted(copy.place(), copy.origin().phrase());
    return copy.isRight() ? place : "NOT %s: %s".formatted(place, copy.problem());
  }

  void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("model", label);
    json.writeArrayFieldStart("files");
    for (ModelFile file : files) {
      json.writeStartObject();
      json.writeStringField("path", file.path());
      json.writeStringField("sha256", file.sha256());
      json.writeArrayFieldStart("copies");
      for (LocalCopy copy : copies(file)) {
        json.writeStartObject();
        json.writeStringField("origin", copy.origin().word());
        json.writeStringField("url", copy.place());
        json.writeStringField("problem", copy.problem());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
