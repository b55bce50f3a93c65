package dev.larder.its.benchmarks.wordnet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * A task: to find a word by what it means.
 *
 * @param lemmas what is searched, in lower case, each once
 * @param questions what is asked
 */
record ReverseDictionary(List<String> lemmas, List<Question> questions) {

  /**
   * A definition, and what it is the definition of.
   *
   * @param right which of the lemmas
   */
  record Question(String definition, List<Integer> right) {
    Question {
      right = List.copyOf(right);
    }
  }

  private static final int SEED = 13;

  ReverseDictionary {
    lemmas = List.copyOf(lemmas);
    questions = List.copyOf(questions);
  }

  /**
   * A sample, the same for the same numbers.
   *
   * @param questions how many definitions at the most
   * @param lemmas how many words at the most, unless more than that are right
   */
  static ReverseDictionary of(WordNet wordNet, int questions, int lemmas) {
    List<Synset> synsets = new ArrayList<>(wordNet.synsets());
    Collections.shuffle(synsets, new Random(SEED));
    List<Synset> asked = synsets.subList(0, Math.min(questions, synsets.size()));
    Map<String, Integer> places = places(asked, others(synsets, lemmas), lemmas);
    return new ReverseDictionary(
        List.copyOf(places.keySet()),
        asked.stream().map(synset -> question(synset, places)).toList());
  }

  /** In an order of their own, or they would come from the synsets that are asked next. */
  private static List<String> others(List<Synset> synsets, int lemmas) {
    Set<String> all = new LinkedHashSet<>();
    synsets.forEach(synset -> synset.lemmas().forEach(lemma -> all.add(folded(lemma))));
    List<String> others = new ArrayList<>(all);
    Collections.shuffle(others, new Random(SEED));
    return others.subList(0, Math.min(lemmas, others.size()));
  }

  private static Map<String, Integer> places(List<Synset> asked, List<String> others, int lemmas) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Synset synset : asked) {
      synset.lemmas().forEach(lemma -> places.putIfAbsent(folded(lemma), places.size()));
    }
    for (String lemma : others) {
      if (places.size() < lemmas) {
        places.putIfAbsent(lemma, places.size());
      }
    }
    return places;
  }

  private static Question question(Synset synset, Map<String, Integer> places) {
    return new Question(
        synset.definition(),
        synset.lemmas().stream()
            .map(lemma -> Objects.requireNonNull(places.get(folded(lemma))))
            .distinct()
            .toList());
  }

  /** All models here read lower case, so that Java is java to them. */
  private static String folded(String lemma) {
    return lemma.toLowerCase(Locale.ROOT);
  }

  List<String> definitions() {
    return questions.stream().map(Question::definition).toList();
  }
}
