package dev.larder.onnx;

/** A tokenizer that knows no token for a part of a text. */
final class EncodingFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EncodingFault(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }
}
