package dev.larder.core.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds what somebody may have meant. */
final class NearestNames {

  private static final int MOST = 3;

  /** Shorter parts of a name are found in too many. */
  private static final int TELLING = 3;

  /** What stands around a name: a hub repository's owner before it, variant and revision behind. */
  private static final Pattern SURROUNDINGS = Pattern.compile("^.*/|[:@].*$", Pattern.DOTALL);

  private NearestNames() {}

  /**
   * At most three names that are a slip away from the one that was asked for, nearest first.
   *
   * @param asked a selector, or what somebody took for one
   */
  static List<String> of(String asked, Collection<String> names) {
    String wanted = SURROUNDINGS.matcher(asked).replaceAll("").strip().toLowerCase(Locale.ROOT);
    record Candidate(String name, int distance) {}
    return names.stream()
        .map(name -> new Candidate(name, distance(wanted, name)))
        .filter(candidate -> candidate.distance <= Math.max(1, wanted.length() / 3))
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(MOST)
        .map(Candidate::name)
        .toList();
  }

  /** Levenshtein's distance; what is only a part of the name counts as one slip. */
  private static int distance(String asked, String name) {
    if (asked.equals(name)) {
      return 0;
    }
    if (asked.length() >= TELLING && name.contains(asked)) {
      return 1;
    }
    int[] previous = new int[name.length() + 1];
    for (int j = 0; j <= name.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= asked.length(); i++) {
      int[] current = new int[name.length() + 1];
      current[0] = i;
      for (int j = 1; j <= name.length(); j++) {
        int substitution = previous[j - 1] + (asked.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[name.length()];
  }
}
