package dev.larder.testkit.tiny;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tokens of a generation model in the manner of SentencePiece, and which follows which.
 *
 * @param tokens in the order of their ids
 * @param next for each token that is in a text, what follows it there
 */
record ChatVocabulary(List<String> tokens, Map<Integer, Integer> next) {

  static final int UNKNOWN = 0;
  static final int START = 1;
  static final int END = 2;
  static final int FIRST_BYTE = 3;
  static final int FIRST_WORD = FIRST_BYTE + 256;

  /** What SentencePiece writes for the space before a word. */
  private static final String SPACE = "\u2581";

  ChatVocabulary {
    tokens = List.copyOf(tokens);
    next = new TreeMap<>(next);
  }

  /** The words of texts, which begin with a space and consist of small letters; ":" and "." too. */
  static ChatVocabulary of(List<String> texts) {
    Set<String> tokens = new LinkedHashSet<>(List.of("<unk>", "<s>", "</s>"));
    for (int value = 0; value < 256; value++) {
      tokens.add("<0x%02X>".formatted(value));
    }
    tokens.addAll(List.of(":", "."));
    texts.forEach(text -> words(text).forEach(word -> addWithBeginnings(word, tokens)));
    Map<String, Integer> ids = new HashMap<>();
    tokens.forEach(token -> ids.put(token, ids.size()));
    Map<Integer, Integer> next = new TreeMap<>();
    texts.forEach(text -> follow(words(text).stream().map(ids::get).toList(), next));
    return new ChatVocabulary(new ArrayList<>(tokens), next);
  }

  /** SentencePiece joins two tokens to one: it finds a word only over all of its beginnings. */
  private static void addWithBeginnings(String word, Set<String> tokens) {
    for (int length = 1; length <= word.length(); length++) {
      tokens.add(word.substring(0, length));
    }
  }

  private static List<String> words(String text) {
    String spelled = text.replace(" ", " " + SPACE).replaceAll("([:.])", " $1 ");
    return List.of(spelled.strip().split(" +", -1));
  }

  private static void follow(List<Integer> text, Map<Integer, Integer> next) {
    for (int i = 0; i + 1 < text.size(); i++) {
      next.putIfAbsent(text.get(i), text.get(i + 1));
    }
    next.putIfAbsent(text.get(text.size() - 1), END);
  }
}
