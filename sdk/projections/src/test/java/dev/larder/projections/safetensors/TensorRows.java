package dev.larder.projections.safetensors;

import java.util.Map;
import java.util.Objects;

/** The numbers of a tensor that is there. */
public final class TensorRows {

  private TensorRows() {}

  public static float[][] of(Map<String, Tensor> tensors, String name) {
    return Objects.requireNonNull(tensors.get(name), name).rows();
  }
}
