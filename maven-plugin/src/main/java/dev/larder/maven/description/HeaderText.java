package dev.larder.maven.description;

import dev.larder.core.gguf.GgufHeader;
import dev.larder.core.gguf.GgufPooling;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** A GGUF header for people. */
record HeaderText(GgufHeader header) {

  List<String> lines() {
    return List.of(network(), weights());
  }

  private String network() {
    StringJoiner facts = new StringJoiner(", ");
    facts.add(header.architecture());
    header.dimensions().ifPresent(dimensions -> facts.add(dimensions + " dimensions"));
    header.contextLength().ifPresent(tokens -> facts.add("context of " + tokens + " tokens"));
    header.pooling().map(HeaderText::words).ifPresent(facts::add);
    header.tokenizer().ifPresent(kind -> facts.add(kind + " tokenizer"));
    facts.add(header.chatTemplate().isPresent() ? "chat template" : "no chat template");
    return facts.toString();
  }

  private String weights() {
    String tensors =
        header.tensors().stream()
            .map(alike -> "%s (%d)".formatted(alike.type(), alike.count()))
            .collect(Collectors.joining(", "));
    return "tensors by type: %s%s"
        .formatted(
            tensors.isEmpty() ? "none" : tensors,
            header.licence().map(licence -> ", licence " + licence).orElse(""));
  }

  private static String words(GgufPooling pooling) {
    return switch (pooling) {
      case NONE -> "no pooling";
      case MEAN -> "mean pooling";
      case CLS -> "pooling of the first token";
      case LAST -> "pooling of the last token";
      case RANK -> "a score instead of a vector";
    };
  }
}
