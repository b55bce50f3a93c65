package dev.larder.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * What went wrong underneath everything, on one line, unless that is said already.
   *
   * @param problem what is said
   */
  ErrorText reason(String problem, @Nullable Throwable cause) {
    if (cause == null) {
      return this;
    }
    Throwable root = cause;
    for (Throwable below = root.getCause(); below != null; below = root.getCause()) {
      root = below;
    }
    String words = String.valueOf(root.getMessage()).lines().findFirst().orElse("").strip();
    // The message of an exception of the file system is often no more than a path.
    String reason =
        root instanceof IOException ? root.getClass().getSimpleName() + ": " + words : words;
    return problem.contains(words) ? this : fact("Reason", reason);
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
