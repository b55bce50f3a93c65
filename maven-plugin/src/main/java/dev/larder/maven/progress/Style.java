package dev.larder.maven.progress;

import java.util.function.Consumer;

/** How progress is told. */
public enum Style {
  /** One line that is redrawn. */
  BAR {
    @Override
    ProgressView view(Consumer<String> lines) {
      return new BarView(System.out, lines);
    }
  },
  /** Lines that stay. */
  PLAIN {
    @Override
    ProgressView view(Consumer<String> lines) {
      return new PlainView(lines);
    }
  },
  /** Not at all, but for waits. */
  SILENT {
    @Override
    ProgressView view(Consumer<String> lines) {
      return new SilentView(lines);
    }
  };

  /** A listener that tells it so. */
  public Progress progress(TermsNotice terms, Consumer<String> lines) {
    return new Progress(view(lines), terms, System::nanoTime);
  }

  abstract ProgressView view(Consumer<String> lines);

  /**
   * What suits a wish.
   *
   * @param wish {@code auto}, {@code plain} or {@code none}
   * @throws IllegalArgumentException if the wish is none of these
   */
  public static Style of(String wish, Surroundings surroundings) {
    Style wished =
        switch (wish) {
          case "auto" -> surroundings.style();
          case "plain" -> PLAIN;
          case "none" -> SILENT;
          default ->
              throw new IllegalArgumentException(
                  "models.progress is \"%s\", which is none of auto, plain and none"
                      .formatted(wish));
        };
    return surroundings.informative() ? wished : SILENT;
  }
}
