package dev.larder.llama.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;

/**
 * The characters of a text that lie beyond the Basic Multilingual Plane, emoji for instance. Where
 * java-llama.cpp applies a template it takes UTF-8 for the JVM's own encoding and garbles these, so
 * they are replaced by private characters meanwhile.
 *
 * @param found each once
 * @param stands which private character stands for each
 */
record AstralCharacters(List<Integer> found, List<Integer> stands) {

  private static final int FIRST_PRIVATE = 0xE000;
  private static final int LAST_PRIVATE = 0xF8FF;

  /**
   * Chooses private characters that the text does not have.
   *
   * @param taken private characters that stand for something else; those of the text are replaced,
   *     too
   * @throws IllegalArgumentException if there are not enough
   */
  static AstralCharacters of(String text, String taken) {
    List<Integer> found =
        text.codePoints()
            .filter(point -> Character.isSupplementaryCodePoint(point) || taken.indexOf(point) >= 0)
            .distinct()
            .boxed()
            .toList();
    List<Integer> stands = new ArrayList<>();
    int next = FIRST_PRIVATE;
    while (stands.size() < found.size()) {
      if (next > LAST_PRIVATE) {
        throw new IllegalArgumentException("The messages have too many different characters");
      }
      if (text.indexOf(next) < 0 && taken.indexOf(next) < 0) {
        stands.add(next);
      }
      next++;
    }
    return new AstralCharacters(found, stands);
  }

  String hide(String text) {
    return replaced(text, found, stands);
  }

  String restore(String text) {
    return replaced(text, stands, found);
  }

  private static String replaced(String text, List<Integer> from, List<Integer> to) {
    if (from.isEmpty()) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    for (PrimitiveIterator.OfInt points = text.codePoints().iterator(); points.hasNext(); ) {
      int point = points.nextInt();
      int index = from.indexOf(point);
      result.appendCodePoint(index < 0 ? point : to.get(index));
    }
    return result.toString();
  }
}
