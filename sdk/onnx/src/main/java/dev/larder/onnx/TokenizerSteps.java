package dev.larder.onnx;

/**
 * What a tokenizer does with a text before it looks for tokens, as its file says it: JSON, which
 * nobody has to understand before a long text comes.
 *
 * @param addedTokens found before anything else
 * @param normalizer what becomes of characters
 * @param preTokenizer where words end
 */
record TokenizerSteps(String addedTokens, String normalizer, String preTokenizer) {

  static TokenizerSteps of(byte[] json) {
    return new TokenizerSteps(
        member(json, "added_tokens"), member(json, "normalizer"), member(json, "pre_tokenizer"));
  }

  private static String member(byte[] json, String name) {
    JsonSkimmer file = new JsonSkimmer(json);
    return file.enter(name) ? file.value() : "";
  }
}
