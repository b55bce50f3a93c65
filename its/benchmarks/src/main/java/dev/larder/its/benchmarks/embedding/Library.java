package dev.larder.its.benchmarks.embedding;

import java.util.function.Function;

/** Who is compared. */
enum Library {
  LANGCHAIN4J("langchain4j", LangChainEmbedder::open),
  LARDER("Larder", LarderEmbedder::open);

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // method references
  private final Function<StoredModel, Embedder> open;

  Library(String title, Function<StoredModel, Embedder> open) {
    this.title = title;
    this.open = open;
  }

  String title() {
    return title;
  }

  Embedder open(StoredModel model) {
    return open.apply(model);
  }
}
