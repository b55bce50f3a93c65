package dev.larder.guice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.UsesModel;
import org.junit.jupiter.api.Test;

class UsesModelLiteralTest {

  @UsesModel("minilm:onnx-int8")
  private static final class Declares {}

  private final UsesModel inCode = Declares.class.getAnnotation(UsesModel.class);

  @Test
  void equalsTheAnnotationInCodeInBothDirections() {
    UsesModel literal = new UsesModelLiteral("minilm:onnx-int8");

    assertThat(literal).isEqualTo(inCode).hasSameHashCodeAs(inCode).hasToString(inCode.toString());
    assertThat(inCode).isEqualTo(literal);
    assertThat(literal.annotationType()).isEqualTo(inCode.annotationType());
  }

  @Test
  void differsFromTheAnnotationOfAnotherModel() {
    UsesModel literal = new UsesModelLiteral("minilm");

    assertThat(literal).isNotEqualTo(inCode);
    assertThat(inCode).isNotEqualTo(literal);
  }
}
