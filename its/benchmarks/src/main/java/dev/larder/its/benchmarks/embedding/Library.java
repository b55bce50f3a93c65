package dev.larder.its.benchmarks.embedding;

import java.nio.file.Path;
import java.util.function.Function;

/** Who is compared. */
enum Library {
  LANGCHAIN4J("langchain4j", LangChainEmbedder::open),
  LARDER("Larder", LarderEmbedder::open);

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // method references
  private final Function<Path, Embedder> open;

  Library(String title, Function<Path, Embedder> open) {
    this.title = title;
    this.open = open;
  }

  String title() {
    return title;
  }

  Embedder open(Path folder) {
    return open.apply(folder);
  }
}
