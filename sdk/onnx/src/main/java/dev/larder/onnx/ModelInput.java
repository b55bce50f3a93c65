package dev.larder.onnx;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a network for texts can be fed: a matrix of 64-bit integers, a row for each text. */
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

  /** Writes the matrix, row by row, over whatever was there. */
  void fill(TokenBatch batch, LongBuffer matrix) {
    int width = batch.width();
    for (int row = 0; row < batch.rows().size(); row++) {
      Tokens tokens = batch.rows().get(row);
      int start = row * width;
      for (int position = 0; position < tokens.length(); position++) {
        matrix.put(start + position, at(tokens, position));
      }
      for (int position = tokens.length(); position < width; position++) {
        matrix.put(start + position, 0);
      }
    }
  }
}
