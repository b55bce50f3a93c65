package dev.larder.llama.worker;

import java.util.stream.Collectors;

/**
 * A model's own chat template with a mark at its end. llama.cpp writes a conversation by a template
 * of its own where it cannot use the model's, and says nothing; that one leaves no mark.
 *
 * @param source the template, with stand-ins for what java-llama.cpp garbles
 * @param astral what they stand for
 */
record ChatTemplate(String source, AstralCharacters astral) {

  private static final String MARK = "\u27EClarder\u27ED";

  /** Takes a template as its file has it. */
  static ChatTemplate of(String own) {
    AstralCharacters astral = AstralCharacters.of(own, "");
    return new ChatTemplate(astral.hide(own), astral);
  }

  /**
   * The template with its mark, for a model that has tokens for the beginning or end of a text. It
   * writes nothing without one: in its first trial, which ends the process if it fails, llama.cpp
   * knows no tokens yet.
   */
  String marked() {
    // In Jinja the end of line at a template's end, and spaces at its beginning, are not text.
    String body = source.replaceFirst("\\r?\\n\\z", "").replaceFirst("\\A[ \\t]+(?=\\{)", "");
    return "{% if bos_token or eos_token %}{{ '' }}" + body + MARK + "{% endif %}";
  }

  /** What no text of a conversation may have while the template is applied. */
  String standIns() {
    return astral.stands().stream().map(Character::toString).collect(Collectors.joining());
  }

  /**
   * A conversation as the template wrote it, without the mark.
   *
   * @throws IllegalStateException if another template wrote it
   */
  String own(String written) {
    if (!written.endsWith(MARK)) {
      throw new IllegalStateException("it cannot use the chat template of the file");
    }
    return astral.restore(written.substring(0, written.length() - MARK.length()));
  }
}
