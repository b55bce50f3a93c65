package dev.larder.its.benchmarks.wordnet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words with one meaning.
 *
 * @param lemmas the words, some of several words with blanks between them
 * @param gloss what they mean, often with examples
 */
public record Synset(List<String> lemmas, String gloss) {

  private static final String GLOSS = " | ";

  /** Where the number of lemmas stands, in base 16; each has two columns after it. */
  private static final int COUNT = 3;

  /** Where an adjective may stand: before a noun, after it, in a predicate. */
  private static final Pattern POSITION = Pattern.compile("\\((a|p|ip)\\)$");

  private static final Pattern EXAMPLES = Pattern.compile("[;:,]\\s*\"");

  public Synset {
    lemmas = List.copyOf(lemmas);
  }

  /** A line of a file {@code data.*}, whose format wndb(5WN) says. */
  static Synset parse(String line) {
    int end = line.indexOf(GLOSS);
    if (end < 0) {
      throw new IllegalArgumentException("No line of WordNet: " + line);
    }
    List<String> columns = List.of(line.substring(0, end).split(" "));
    List<String> lemmas = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(columns.get(COUNT), 16); i++) {
      String word = columns.get(COUNT + 1 + 2 * i);
      lemmas.add(POSITION.matcher(word).replaceFirst("").replace('_', ' '));
    }
    return new Synset(lemmas, line.substring(end + GLOSS.length()).strip());
  }

  /** The gloss without its examples, which often have the word that is meant. */
  String definition() {
    return EXAMPLES.split(gloss, 2)[0];
  }
}
