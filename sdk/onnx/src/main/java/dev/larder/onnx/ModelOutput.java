package dev.larder.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import dev.larder.core.catalog.Pooling;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is read from a network: found by rank and name, wherever it stands among the outputs. */
enum ModelOutput {
  /** A vector for each token: texts x tokens x dimensions. */
  TOKEN_VECTORS(3, List.of("last_hidden_state", "token_embeddings")),
  /** A vector for each text, pooled by the network: texts x dimensions. */
  TEXT_VECTORS(2, List.of("sentence_embedding"));

  private static final Set<OnnxJavaType> NUMBERS =
      EnumSet.of(OnnxJavaType.FLOAT, OnnxJavaType.FLOAT16, OnnxJavaType.BFLOAT16);

  private final int rank;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> names;

  ModelOutput(int rank, List<String> names) {
    this.rank = rank;
    this.names = names;
  }

  /** What a model gives whose vectors are made by this pooling. */
  static ModelOutput pooledBy(Pooling pooling) {
    return pooling == Pooling.IN_GRAPH ? TEXT_VECTORS : TOKEN_VECTORS;
  }

  /** The number of dimensions of the tensor. */
  int rank() {
    return rank;
  }

  /** The name of the output that is this one: a known name first, or the only one of its rank. */
  Optional<String> find(Collection<NodeInfo> outputs) {
    List<String> fitting =
        outputs.stream()
            .filter(
                output ->
                    output.getInfo() instanceof TensorInfo tensor
                        && tensor.getShape().length == rank
                        && NUMBERS.contains(tensor.type))
            .map(NodeInfo::getName)
            .toList();
    return names.stream()
        .filter(fitting::contains)
        .findFirst()
        .or(() -> fitting.stream().filter(name -> fitting.size() == 1).findFirst());
  }
}
