package dev.larder.llama.protocol;

/** What a worker's model is for, and how one vector is made of a text's token vectors. */
public enum ModelUse {
  /** Vectors: the mean over all tokens. */
  EMBED_MEAN,
  /** Vectors: that of the first token. */
  EMBED_FIRST,
  /** Vectors: that of the last token. */
  EMBED_LAST,
  /** Answers. */
  GENERATE
}
