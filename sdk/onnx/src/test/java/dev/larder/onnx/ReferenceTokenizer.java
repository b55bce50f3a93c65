package dev.larder.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** WordPiece for plain English, to compare with: it shares no code with the engine. */
final class ReferenceTokenizer {

  private static final Pattern WORD = Pattern.compile("[a-z0-9]+|[^a-z0-9\\s]");

  private final JsonNode vocabulary;

  ReferenceTokenizer(Path file) throws IOException {
    vocabulary = new ObjectMapper().readTree(file.toFile()).at("/model/vocab");
  }

  int[] ids(String text) {
    List<Integer> ids = new ArrayList<>(List.of(id("[CLS]")));
    add(text, ids);
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Two texts that are read together. */
  int[] ids(String text, String other) {
    List<Integer> ids = new ArrayList<>(List.of(id("[CLS]")));
    add(text, ids);
    add(other, ids);
    return ids.stream().mapToInt(Integer::intValue).toArray();
  }

  private void add(String text, List<Integer> ids) {
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .forEach(word -> ids.addAll(pieces(word.group())));
    ids.add(id("[SEP]"));
  }

  private List<Integer> pieces(String word) {
    List<Integer> ids = new ArrayList<>();
    for (int from = 0; from < word.length(); ) {
      int to = word.length();
      while (to > from && !vocabulary.has(piece(word, from, to))) {
        to--;
      }
      if (to == from) {
        return List.of(id("[UNK]"));
      }
      ids.add(id(piece(word, from, to)));
      from = to;
    }
    return ids;
  }

  private static String piece(String word, int from, int to) {
    return (from == 0 ? "" : "##") + word.substring(from, to);
  }

  private int id(String piece) {
    return vocabulary.required(piece).intValue();
  }
}
