package dev.larder.maven.verification;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.maven.output.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which digests of the catalog the bytes on this machine confirm.
 *
 * @param variants those that were asked for
 */
record Confirmation(List<ConfirmedVariant> variants) implements Finding {

  Confirmation {
    variants = List.copyOf(variants);
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    variants.stream()
        .filter(variant -> !variant.isElsewhere())
        .forEach(variant -> lines.addAll(variant.lines()));
    long elsewhere = variants.stream().filter(ConfirmedVariant::isElsewhere).count();
    if (elsewhere > 0) {
      lines.add("Not on this machine: %d of %d variants".formatted(elsewhere, variants.size()));
    }
    return lines;
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("models");
    for (ConfirmedVariant variant : variants) {
      variant.writeJson(json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public Optional<String> problem() {
    long wrong = variants.stream().filter(ConfirmedVariant::isContradicted).count();
    return wrong == 0
        ? Optional.empty()
        : Optional.of(
            "of %d variants, bytes on this machine are not the catalog's".formatted(wrong));
  }
}
