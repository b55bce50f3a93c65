package dev.larder.core.gguf;

/** What is wrong with a header, as a phrase about the file: "it ends within its header". */
sealed class MalformedGgufException extends RuntimeException permits NewerTypeException {

  private static final long serialVersionUID = 1L;

  MalformedGgufException(String problem) {
    super(problem);
  }
}
