package dev.larder.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import dev.larder.core.catalog.Pooling;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is read from a network: found by shape and name, wherever it stands among the outputs. */
enum ModelOutput {
  /** A vector for each token: texts x tokens x dimensions. */
  TOKEN_VECTORS("a vector for each token", List.of("last_hidden_state", "token_embeddings")) {
    @Override
    boolean fits(long[] shape) {
      return shape.length == 3;
    }
  },
  /** A vector for each text, pooled by the network: texts x dimensions. */
  TEXT_VECTORS("a vector for each text", List.of("sentence_embedding")) {
    @Override
    boolean fits(long[] shape) {
      return shape.length == 2;
    }
  },
  /** A score for each text: texts x 1. */
  SCORES("one score for each text", List.of("logits")) {
    @Override
    boolean fits(long[] shape) {
      return shape.length == 2 && (shape[1] < 0 || shape[1] == 1);
    }

    @Override
    boolean mayBeCalled(String name) {
      return true;
    }
  };

  private static final Set<OnnxJavaType> NUMBERS =
      EnumSet.of(OnnxJavaType.FLOAT, OnnxJavaType.FLOAT16, OnnxJavaType.BFLOAT16);

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> names;

  ModelOutput(String words, List<String> names) {
    this.words = words;
    this.names = names;
  }

  /** What a model gives whose vectors are made by this pooling. */
  static ModelOutput pooledBy(Pooling pooling) {
    return pooling == Pooling.IN_GRAPH ? TEXT_VECTORS : TOKEN_VECTORS;
  }

  /** What it is, for messages. */
  String words() {
    return words;
  }

  /** Whether an output of this shape, in which a size is -1 where it is open, can be it. */
  abstract boolean fits(long[] shape);

  /** Logits are numbers of tokens or classes: what a network says of a text, and not its vector. */
  boolean mayBeCalled(String name) {
    return !name.toLowerCase(Locale.ROOT).contains("logits");
  }

  /** The name of the output that is this one: a known name first, or the only one that fits. */
  Optional<String> find(Collection<NodeInfo> outputs) {
    List<String> fitting =
        outputs.stream()
            .filter(
                output ->
                    output.getInfo() instanceof TensorInfo tensor
                        && fits(tensor.getShape())
                        && mayBeCalled(output.getName())
                        && NUMBERS.contains(tensor.type))
            .map(NodeInfo::getName)
            .toList();
    return names.stream()
        .filter(fitting::contains)
        .findFirst()
        .or(() -> fitting.stream().filter(name -> fitting.size() == 1).findFirst());
  }
}
