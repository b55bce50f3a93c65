package dev.larder.api;

import java.util.ArrayList;
import java.util.List;

/** The one form that every message has: id and sentence, facts, remedy, page. */
record ErrorText(String id, List<String> lines) {

  private static final String TO_FIX = "To fix";

  static ErrorText of(String id, String sentence) {
    ErrorText text = new ErrorText(id, new ArrayList<>());
    text.lines.add("[Models/%s] %s".formatted(id, sentence));
    return text;
  }

  ErrorText fact(String name, Object value) {
    lines.add("  %s: %s".formatted(name, value));
    return this;
  }

  ErrorText toFix(String remedy) {
    return fact(TO_FIX, remedy);
  }

  /** Empty where there is none. */
  String remedy() {
    String start = "  %s: ".formatted(TO_FIX);
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElse("");
  }

  String sentence() {
    return lines.get(0);
  }

  String render() {
    return String.join("\n", lines) + "\n  More: docs/errors/" + id + ".md";
  }
}
