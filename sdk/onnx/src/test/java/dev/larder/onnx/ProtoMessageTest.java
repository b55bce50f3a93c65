package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProtoMessageTest {

  private static final byte[] NODE =
      NodeProto.newBuilder()
          .addInput("a")
          .addInput("b")
          .addOutput("c")
          .setOpType("Add")
          .addAttribute(AttributeProto.newBuilder().setName("axis").setI(-1).setF(0.5f))
          .build()
          .toByteArray();

  @Test
  void whatIsReadIsWrittenAsItWas() {
    assertThat(ProtoMessage.parse(NODE).bytes()).isEqualTo(NODE);
  }

  @Test
  void fieldsAreFoundByTheirNumbers() {
    ProtoMessage node = ProtoMessage.parse(NODE);

    assertThat(node.texts(1)).containsExactly("a", "b");
    assertThat(node.text(4)).isEqualTo("Add");
    assertThat(node.text(7)).isEmpty();
    assertThat(node.messages(5)).singleElement().extracting(a -> a.text(1)).isEqualTo("axis");
  }

  @Test
  void whatEndsTooSoonIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProtoMessage.parse(Arrays.copyOf(NODE, NODE.length - 1)));
  }
}
