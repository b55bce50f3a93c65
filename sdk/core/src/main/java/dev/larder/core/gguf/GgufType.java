package dev.larder.core.gguf;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a tensor's numbers are stored: the specification's {@code ggml_type}, without those that it
 * calls removed. Sizes are those of {@code GGML_QUANT_SIZES} in llama.cpp's {@code gguf-py}, and of
 * the OCP Microscaling specification for MXFP4.
 */
public enum GgufType {
  F32(0, 1, 4),
  F16(1, 1, 2),
  Q4_0(2, 32, 18),
  Q4_1(3, 32, 20),
  Q5_0(6, 32, 22),
  Q5_1(7, 32, 24),
  Q8_0(8, 32, 34),
  Q8_1(9, 32, 40),
  Q2_K(10, 256, 84),
  Q3_K(11, 256, 110),
  Q4_K(12, 256, 144),
  Q5_K(13, 256, 176),
  Q6_K(14, 256, 210),
  Q8_K(15, 256, 292),
  IQ2_XXS(16, 256, 66),
  IQ2_XS(17, 256, 74),
  IQ3_XXS(18, 256, 98),
  IQ1_S(19, 256, 50),
  IQ4_NL(20, 32, 18),
  IQ3_S(21, 256, 110),
  IQ2_S(22, 256, 82),
  IQ4_XS(23, 256, 136),
  I8(24, 1, 1),
  I16(25, 1, 2),
  I32(26, 1, 4),
  I64(27, 1, 8),
  F64(28, 1, 8),
  IQ1_M(29, 256, 56),
  BF16(30, 1, 2),
  TQ1_0(34, 256, 54),
  TQ2_0(35, 256, 66),
  MXFP4(39, 32, 17);

  private final int id;
  private final int block;
  private final int blockBytes;

  GgufType(int id, int block, int blockBytes) {
    this.id = id;
    this.block = block;
    this.blockBytes = blockBytes;
  }

  static Optional<GgufType> of(int id) {
    return Arrays.stream(values()).filter(type -> type.id == id).findFirst();
  }

  /** The number of the type that came last. */
  static int newest() {
    return MXFP4.id;
  }

  /** How many numbers are stored together; a row's length is a multiple of it. */
  int block() {
    return block;
  }

  /**
   * How many bytes whole blocks take.
   *
   * @throws ArithmeticException if a long cannot hold it
   */
  long bytes(long weights) {
    return Math.multiplyExact(weights / block, (long) blockBytes);
  }
}
