package dev.larder.maven.questions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionTest {

  private final Question usuallyYes = new Question("Download now?", Answer.YES);
  private final Question usuallyNo = new Question("Remove it?", Answer.NO);

  @Test
  void thePromptShowsWhatEnterMeans() {
    assertThat(usuallyYes.prompt()).isEqualTo("Download now? [Y/n] ");
    assertThat(usuallyNo.prompt()).isEqualTo("Remove it? [y/N] ");
  }

  @Test
  void enterMeansTheUsualAnswer() {
    assertThat(usuallyYes.answer("")).isEqualTo(Answer.YES);
    assertThat(usuallyNo.answer(" ")).isEqualTo(Answer.NO);
  }

  @Test
  void onlyYesIsAYes() {
    assertThat(usuallyNo.answer("y")).isEqualTo(Answer.YES);
    assertThat(usuallyNo.answer(" YES ")).isEqualTo(Answer.YES);
    assertThat(usuallyYes.answer("n")).isEqualTo(Answer.NO);
    assertThat(usuallyYes.answer("what?")).isEqualTo(Answer.NO);
  }

  @Test
  void whoHasGoneSaysNo() {
    assertThat(usuallyYes.answer(null)).isEqualTo(Answer.NO);
  }
}
