package dev.larder.llama.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrialGrammarTest {

  private static String trial(String rules) {
    return TrialGrammar.of(rules, "word");
  }

  @Test
  void theWordComesFirstAndThenWhatTheGrammarAllows() {
    assertThat(trial("root ::= \"yes\""))
        .isEqualTo("larder-root ::= \"yes\"\nroot ::= \"word\" larder-root\n");
  }

  @Test
  void everyNameIsRenamedAndNothingElse() {
    assertThat(trial("root ::= a-root | \"root \\\" root\" [root\\]] root? # root"))
        .startsWith("larder-root ::= a-root | \"root \\\" root\" [root\\]] larder-root? # root\n");
    assertThat(trial("root ::= a # root\nroot-a ::= root")).contains("\nroot-a ::= larder-root\n");
  }

  @Test
  void aGrammarMayHaveTheSameName() {
    assertThat(trial("root ::= larder-root")).startsWith("larder-root-x ::= larder-root\n");
  }

  @Test
  void whatDoesNotEndStaysSo() {
    assertThat(trial("root ::= \"a\\")).startsWith("larder-root ::= \"a\\\n");
    assertThat(trial("root ::= [a")).startsWith("larder-root ::= [a\n");
  }
}
