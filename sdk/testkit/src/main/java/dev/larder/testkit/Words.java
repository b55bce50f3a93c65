package dev.larder.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text as the fakes read it.
 *
 * @param words its runs of letters and digits, in small letters
 */
record Words(List<String> words) {

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  static Words of(String text) {
    return new Words(
        Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT)))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  int count() {
    return words.size();
  }

  Words first(int most) {
    return new Words(words.stream().limit(most).toList());
  }

  /** How many different words both have. */
  int shared(Words other) {
    Set<String> theirs = Set.copyOf(other.words);
    return (int) words.stream().distinct().filter(theirs::contains).count();
  }
}
