package dev.larder.projections.safetensors;

/** What a tensor's elements are: the types of the safetensors format that fill whole bytes. */
public enum DataType {
  BOOL(1),
  U8(1),
  I8(1),
  F8_E5M2(1),
  F8_E4M3(1),
  I16(2),
  U16(2),
  F16(2),
  BF16(2),
  I32(4),
  U32(4),
  F32(4),
  C64(8),
  F64(8),
  I64(8),
  U64(8);

  private final int bytes;

  DataType(int bytes) {
    this.bytes = bytes;
  }

  /** The size of an element in bytes. */
  public int bytes() {
    return bytes;
  }
}
