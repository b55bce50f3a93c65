package dev.larder.its.benchmarks.embedding;

import dev.larder.api.EmbeddingEngine;
import dev.larder.core.Models;
import dev.larder.its.benchmarks.models.RealModels;
import dev.larder.its.benchmarks.wordnet.WordNet;
import dev.larder.projections.Figures;
import dev.larder.projections.Origin;
import dev.larder.projections.Projection;
import dev.larder.projections.Recall;
import dev.larder.projections.network.Network;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a projection adds to embedding: MiniLM and the same engine with a projection embed each text
 * one after the other. The median of the differences between the two counts, since whatever else
 * the machine does comes and goes more slowly than that.
 */
public final class ProjectionOverhead {

  private static final int ROUNDS = 6;
  private static final int HIDDEN = 512;
  private static final int OUTPUTS = 128;
  private static final List<Work> WORKS = List.of(Work.ALONE_8, Work.ALONE_32, Work.ALONE_120);

  private ProjectionOverhead() {}

  /** Prints a table, for glosses of WordNet. */
  public static void print(Path folder, WordNet wordNet) {
    RealModels store = new RealModels(folder.resolve("larder"));
    GlossTexts texts = GlossTexts.of(wordNet, store);
    System.out.println("| | embedding, ms | projecting, ms | more |\n|---|---|---|---|");
    for (Form form : Form.values()) {
      store.install(form.model());
      try (Models models = store.open()) {
        EmbeddingEngine plain = models.embedding(form.model().selector());
        Embedder projected = new LarderEmbedder(projected(plain, folder));
        for (Work work : WORKS) {
          System.out.println(
              "| %s, %s | %s"
                  .formatted(
                      form.title(),
                      work.title(),
                      columns(texts.of(work), new LarderEmbedder(plain), projected)));
        }
      }
    }
  }

  private static EmbeddingEngine projected(EmbeddingEngine engine, Path file) {
    Recall none = new Recall(0, 0);
    return new Projection(
            Network.untaught(engine.dimensions(), HIDDEN, OUTPUTS, 1),
            Origin.of(engine.model(), "0".repeat(64)),
            new Figures(0, 0, 0, none, none))
        .on(engine, file);
  }

  /** Every other text goes to the projection first; a round does not count, for the compilers. */
  private static String columns(List<CountedText> texts, Embedder plain, Embedder projected) {
    List<Double> embedding = new ArrayList<>();
    List<Double> projecting = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      for (CountedText counted : texts) {
        String text = counted.text();
        boolean projectedFirst = embedding.size() % 2 == 0;
        double early = milliseconds(projectedFirst ? projected : plain, text);
        double late = milliseconds(projectedFirst ? plain : projected, text);
        if (round > 0) {
          embedding.add(projectedFirst ? late : early);
          projecting.add(projectedFirst ? early - late : late - early);
        }
      }
    }
    double before = median(embedding);
    double more = median(projecting);
    return "%.2f | %.3f | %.1f %% |".formatted(before, more, 100 * more / before);
  }

  private static double milliseconds(Embedder embedder, String text) {
    long start = System.nanoTime();
    embedder.embed(text);
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(List<Double> numbers) {
    return numbers.stream().sorted().skip(numbers.size() / 2).findFirst().orElseThrow();
  }
}
