package dev.larder.llama.worker;

/**
 * A grammar that writes a word of its own first, and then goes on with another grammar's root. With
 * every rule in it as it was, llama.cpp reads the one exactly if it reads the other.
 */
final class TrialGrammar {

  private static final String ROOT = "root";

  private final String rules;
  private final String root;
  private final StringBuilder renamed = new StringBuilder();
  private int position;

  private TrialGrammar(String rules, String root) {
    this.rules = rules;
    this.root = root;
  }

  /**
   * Puts a word before what a grammar allows.
   *
   * @param word letters only, or what needs no escape in a literal
   */
  static String of(String rules, String word) {
    StringBuilder root = new StringBuilder("larder-root");
    while (rules.contains(root)) {
      root.append("-x");
    }
    return new TrialGrammar(rules, root.toString()).rename()
        + "\nroot ::= \"%s\" %s\n".formatted(word, root);
  }

  /** What is called root gets another name, where it is a name. */
  private String rename() {
    while (position < rules.length()) {
      char next = rules.charAt(position);
      if (next == '"') {
        copyTo('"');
      } else if (next == '[') {
        copyTo(']');
      } else if (next == '#') {
        copyComment();
      } else if (isNamed(next)) {
        copyName();
      } else {
        renamed.append(next);
        position++;
      }
    }
    return renamed.toString();
  }

  /** A literal or a set of characters, in which a backslash keeps the next one from its end. */
  private void copyTo(char end) {
    int start = position++;
    while (position < rules.length() && rules.charAt(position) != end) {
      position += rules.charAt(position) == '\\' ? 2 : 1;
    }
    position = Math.min(position + 1, rules.length());
    renamed.append(rules, start, position);
  }

  private void copyComment() {
    int start = position;
    while (position < rules.length() && "\r\n".indexOf(rules.charAt(position)) < 0) {
      position++;
    }
    renamed.append(rules, start, position);
  }

  private void copyName() {
    int start = position;
    while (position < rules.length() && isNamed(rules.charAt(position))) {
      position++;
    }
    String name = rules.substring(start, position);
    renamed.append(name.equals(ROOT) ? root : name);
  }

  private static boolean isNamed(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  }
}
