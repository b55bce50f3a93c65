package dev.larder.its.benchmarks.embedding;

import dev.larder.api.EmbeddingEngine;
import dev.larder.projections.Figures;
import dev.larder.projections.Origin;
import dev.larder.projections.Projection;
import dev.larder.projections.Recall;
import dev.larder.projections.network.Network;
import dev.larder.testkit.tiny.BertModel;
import dev.larder.testkit.tiny.BertShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a projection adds to embedding: an engine of MiniLM's shape and the same engine with a
 * projection embed each text one after the other. The median of the differences between the two
 * counts, since whatever else the machine does comes and goes more slowly than that.
 */
public final class ProjectionOverhead {

  private static final int ROUNDS = 6;
  private static final int HIDDEN = 512;
  private static final int OUTPUTS = 128;
  private static final List<Work> WORKS = List.of(Work.ALONE_8, Work.ALONE_32, Work.ALONE_128);

  private ProjectionOverhead() {}

  /** Prints a table. */
  public static void print(Path folder) throws IOException {
    BertModel model = BertModel.of(BertShape.miniLm());
    model.writeTo(folder.resolve("fp32"));
    model.writeQuantisedTo(folder.resolve("int8"));
    System.out.println("| | embedding, ms | projecting, ms | more |\n|---|---|---|---|");
    for (String quantisation : List.of("fp32", "int8")) {
      LarderEmbedder plain = LarderEmbedder.open(folder.resolve(quantisation));
      try (EmbeddingEngine projected = projected(plain.engine(), folder)) {
        for (Work work : WORKS) {
          print(quantisation, work, plain, new LarderEmbedder(projected));
        }
      }
    }
  }

  private static EmbeddingEngine projected(EmbeddingEngine engine, Path file) {
    Recall none = new Recall(0, 0);
    return new Projection(
            Network.untaught(GeneratedModel.DIMENSIONS, HIDDEN, OUTPUTS, 1),
            Origin.of(engine.model(), "0".repeat(64)),
            new Figures(0, 0, 0, none, none))
        .on(engine, file);
  }

  /** Every other text goes to the projection first; a round does not count, for the compilers. */
  private static void print(String quantisation, Work work, Embedder plain, Embedder projected) {
    List<Double> embedding = new ArrayList<>();
    List<Double> projecting = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      for (String text : work.texts()) {
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
    System.out.printf(
        "| %s, %s | %.2f | %.3f | %.1f %% |%n",
        quantisation, work.title(), before, more, 100 * more / before);
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
