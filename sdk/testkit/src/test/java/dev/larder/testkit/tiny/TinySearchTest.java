package dev.larder.testkit.tiny;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search over sentences of many topics; each query shares words with one of them. */
final class TinySearchTest {

  private final List<String> sentences = Texts.read("sentences.txt");

  @Test
  void theSentenceThatSharesWordsWithTheQueryComesFirst(@TempDir Path folder)
      throws IOException, OrtException {
    TinyModel.writeTo(folder);
    List<String> found = new ArrayList<>();
    List<String> queries = Texts.read("queries.tsv");
    try (OnnxEncoder encoder = new OnnxEncoder(folder)) {
      List<float[]> vectors = new ArrayList<>();
      for (String sentence : sentences) {
        vectors.add(encoder.embed(sentence));
      }
      for (String line : queries) {
        String query = line.substring(0, line.indexOf('\t'));
        found.add(query + "\t" + nearest(encoder.embed(query), vectors));
      }
    }

    assertThat(found).isEqualTo(queries);
  }

  private String nearest(float[] query, List<float[]> vectors) {
    int best =
        IntStream.range(0, vectors.size())
            .boxed()
            .max(Comparator.comparingDouble(i -> Vectors.cosine(query, vectors.get(i))))
            .orElseThrow();
    return sentences.get(best);
  }
}
