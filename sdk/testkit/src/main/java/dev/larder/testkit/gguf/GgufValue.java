package dev.larder.testkit.gguf;

import java.util.List;

/** A value of a GGUF file's metadata. */
public sealed interface GgufValue {

  record Unsigned(int value) implements GgufValue {}

  record Real(float value) implements GgufValue {}

  record Truth(boolean value) implements GgufValue {}

  record Text(String value) implements GgufValue {}

  record Texts(List<String> values) implements GgufValue {
    public Texts {
      values = List.copyOf(values);
    }
  }

  record Integers(List<Integer> values) implements GgufValue {
    public Integers {
      values = List.copyOf(values);
    }
  }

  record Reals(List<Float> values) implements GgufValue {
    public Reals {
      values = List.copyOf(values);
    }
  }
}
