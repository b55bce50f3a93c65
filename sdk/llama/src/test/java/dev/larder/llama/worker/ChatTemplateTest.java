package dev.larder.llama.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ChatTemplateTest {

  private static final String BEGINNING = "{% if bos_token or eos_token %}{{ '' }}";

  @Test
  void theMarkIsTakenAwayAgain() {
    ChatTemplate template = ChatTemplate.of("{{ messages[0].content }}");
    String mark = template.marked().substring(BEGINNING.length() + template.source().length());

    assertThat(template.own("hello" + mark.replace("{% endif %}", ""))).isEqualTo("hello");
    assertThat(mark).endsWith("{% endif %}");
  }

  @Test
  void whatAnotherTemplateWroteIsRefused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ChatTemplate.of("{{ messages[0].content }}").own("<|im_start|>user"))
        .withMessage("it cannot use the chat template of the file");
  }

  @Test
  void whatJinjaLeavesOutAtBothEndsIsLeftOut() {
    assertThat(ChatTemplate.of("  {{ 1 }}\n\n").marked()).startsWith(BEGINNING + "{{ 1 }}\n\u27EC");
    assertThat(ChatTemplate.of("  a\r\n").marked()).startsWith(BEGINNING + "  a\u27EC");
  }

  @Test
  void charactersThatWouldBeGarbledHaveStandIns() {
    ChatTemplate template = ChatTemplate.of("\uD83D\uDE00 {{ 1 }}");

    assertThat(template.marked()).contains("\uE000 {{ 1 }}");
    assertThat(template.standIns()).isEqualTo("\uE000");
    AstralCharacters astral = AstralCharacters.of("\uE000\uD83D\uDE01", template.standIns());
    assertThat(astral.hide("\uE000\uD83D\uDE01")).isEqualTo("\uE001\uE002");
    assertThat(astral.restore(template.own("\uE000 \uE001\uE002\u27EClarder\u27ED")))
        .isEqualTo("\uD83D\uDE00 \uE000\uD83D\uDE01");
  }
}
