package dev.larder.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.Overlong;
import dev.larder.api.OverlongTextException;
import dev.larder.api.RankedDocument;
import dev.larder.api.RerankEngine;
import dev.larder.api.TextRole;
import dev.larder.core.Models;
import dev.larder.testkit.FakeModels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The recipes of docs/embedding.md. */
class RecipesTest {

  private final Models models = new FakeModels();

  @Test
  void aQuestionIsComparedWithPassages() {
    EmbeddingEngine engine = models.embedding("e5-base-v2");
    // snippet: roles
    List<Embedding> passages =
        engine.embedAll(
            List.of("Dough rises for an hour.", "The train leaves at nine."), TextRole.DOCUMENT);
    Embedding question = engine.embed("How long does dough rise?", TextRole.QUERY);

    double near = question.cosine(passages.get(0));
    double far = question.cosine(passages.get(1));
    // end of snippet

    assertThat(near).isGreaterThan(far);
  }

  @Test
  void aQueryIsForATask() {
    EmbeddingEngine engine = models.embedding("qwen3-embed-0.6b");
    // snippet: task
    EmbeddingRequest request =
        EmbeddingRequest.of(List.of("The earth is flat."), TextRole.QUERY)
            .withTask("Given a claim, find documents that refute it");
    List<Embedding> embeddings = engine.embed(request);
    // end of snippet

    assertThat(embeddings).hasSize(1);
  }

  @Test
  void aLongTextIsReadInWindows() {
    EmbeddingEngine engine = models.embedding("minilm");
    String chapter = String.join(" ", Collections.nCopies(engine.maxTokens(), "word")) + " end";
    // snippet: chunk
    EmbeddingRequest request =
        EmbeddingRequest.of(List.of(chapter), TextRole.DOCUMENT).withOverlong(Overlong.CHUNK);
    Embedding whole = engine.embed(request).get(0);
    // end of snippet

    assertThat(whole.truncatedTokens()).isZero();
  }

  @Test
  void aTextThatIsTooLongIsPutAside() {
    EmbeddingEngine engine = models.embedding("minilm");
    String chapter = String.join(" ", Collections.nCopies(engine.maxTokens(), "word")) + " end";
    List<String> texts = new ArrayList<>(List.of("short", chapter));
    List<Embedding> embeddings = new ArrayList<>();
    // snippet: fail
    try {
      embeddings.addAll(
          engine.embed(EmbeddingRequest.of(texts, TextRole.DOCUMENT).withOverlong(Overlong.FAIL)));
    } catch (OverlongTextException e) {
      texts.remove(e.index()); // has e.tokens(), and the model reads e.maxTokens()
    }
    // end of snippet

    assertThat(texts).containsExactly("short");
    assertThat(embeddings).isEmpty();
  }

  @Test
  void vectorsAreShorter() {
    // snippet: dimensions
    EmbeddingEngine engine = models.embedding("nomic-embed", 256);
    Embedding embedding = engine.embed("Dough rises for an hour.", TextRole.DOCUMENT);
    // end of snippet

    assertThat(embedding.dimensions()).isEqualTo(engine.dimensions()).isEqualTo(256);
  }

  @Test
  void whatASearchHasFoundIsPutInOrder() {
    // snippet: rerank
    RerankEngine engine = models.rerank("ms-marco-minilm-l6-v2");
    List<String> found = List.of("The train leaves at nine.", "Dough rises for an hour.");

    List<RankedDocument> ranked = engine.rerank("How long does dough rise?", found);
    RankedDocument best = ranked.get(0);
    String answer = found.get(best.index());
    double probability = best.probability();
    // end of snippet

    assertThat(answer).startsWith("Dough");
    assertThat(probability).isBetween(0.5, 1.0);
  }
}
