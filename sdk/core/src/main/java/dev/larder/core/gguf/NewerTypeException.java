package dev.larder.core.gguf;

/** A tensor is stored in a way that came after this code, as a phrase: "weights of the type 41". */
final class NewerTypeException extends MalformedGgufException {

  private static final long serialVersionUID = 1L;

  NewerTypeException(int type) {
    super("weights of the type %d, which came later".formatted(type));
  }
}
