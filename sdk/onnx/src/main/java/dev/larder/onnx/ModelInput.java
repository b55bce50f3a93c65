package dev.larder.onnx;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a network for texts can be told of each token. */
enum ModelInput {
  INPUT_IDS {
    @Override
    long at(Tokens tokens, int position) {
      return tokens.ids()[position];
    }
  },
  /** 1 for a token, 0 for padding. */
  ATTENTION_MASK {
    @Override
    long at(Tokens tokens, int position) {
      return 1;
    }
  },
  TOKEN_TYPE_IDS {
    @Override
    long at(Tokens tokens, int position) {
      return tokens.typeIds()[position];
    }
  },
  POSITION_IDS {
    @Override
    long at(Tokens tokens, int position) {
      return position;
    }
  };

  /** The value for one token of a text. Padding is 0 in every input. */
  abstract long at(Tokens tokens, int position);

  /** What exports call it. */
  String tensorName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ModelInput> ofTensor(String name) {
    return Arrays.stream(values()).filter(input -> input.tensorName().equals(name)).findFirst();
  }
}
