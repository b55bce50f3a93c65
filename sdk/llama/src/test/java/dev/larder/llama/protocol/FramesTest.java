package dev.larder.llama.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.larder.llama.protocol.Request.Choice;
import dev.larder.llama.protocol.Request.Form;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

  private static byte[] written(Message... messages) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FrameWriter writer = new FrameWriter(out);
    for (Message message : messages) {
      writer.write(message);
    }
    return out.toByteArray();
  }

  private static FrameReader reading(byte[] stream) {
    return new FrameReader(new ByteArrayInputStream(stream));
  }

  static List<Request> requests() {
    return List.of(
        new Request.Open("/models/m.gguf", ModelUse.EMBED_FIRST, 256, 2, 4, 2, ""),
        new Request.Embed(1, ""),
        new Request.Embed(Long.MAX_VALUE, "Zürich 😀"),
        new Request.Count(2, "text"),
        new Request.Split(3, "query: ", "text"),
        new Request.Generate(
            4,
            "[]",
            16,
            new Choice(0.5f, 40, 0.9f, 0.1f, 7),
            Form.GRAMMAR,
            "root ::= \"a\"",
            List.of("END", "")),
        new Request.Cancel(4));
  }

  static List<Answer> answers() {
    return List.of(
        new Answer.Ready(true),
        new Answer.Ready(false),
        new Answer.Counted(2, 17),
        new Answer.Windows(3, 40, 4, List.of("one", "two")),
        new Answer.Piece(4, " once"),
        new Answer.Generated(4, 5, 6, Answer.End.STOP, 7, 8),
        new Answer.Failed(9, Answer.Fault.REQUEST, "no room"));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aRequestArrivesAsItWasSent(Request request) throws IOException {
    FrameReader reader = reading(written(request, request));

    assertThat(reader.request()).isEqualTo(request);
    assertThat(reader.request()).isEqualTo(request);
    assertThat(reader.request()).isNull();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void anAnswerArrivesAsItWasGiven(Answer answer) throws IOException {
    FrameReader reader = reading(written(answer));

    assertThat(reader.answer()).isEqualTo(answer);
    assertThat(reader.answer()).isNull();
  }

  @Test
  void aVectorArrivesToTheLastBit() throws IOException {
    float[] vector = {0, -0f, 1.5f, Float.MIN_VALUE, Float.NaN};

    Answer answer = reading(written(new Answer.Embedded(1, vector, 5, 3, 7, 9))).answer();

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Embedded.class,
            embedded -> {
              assertThat(embedded.vector()).containsExactly(vector);
              assertThat(embedded.tokens()).isEqualTo(5);
              assertThat(embedded.truncated()).isEqualTo(3);
            });
  }

  @Test
  void aStreamThatBreaksOffAnywhereIsAtItsEnd() throws IOException {
    byte[] stream = written(new Request.Embed(1, "text"));
    for (int length = 0; length < stream.length; length++) {
      assertThat(reading(Arrays.copyOf(stream, length)).request()).isNull();
    }
  }

  @Test
  void whatElseIsPrintedOnTheStreamIsNoFrame() {
    assertThatIOException()
        .isThrownBy(() -> reading("Extracted 'libjllama.so'\n".getBytes(UTF_8)).answer())
        .withMessage("the stream does not begin as agreed");
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    byte[] stream = written(new Request.Cancel(1));
    stream[7]++;

    assertThatIOException()
        .isThrownBy(() -> reading(stream).request())
        .withMessage("the other side speaks version 3, this side 2");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, FrameWriter.MAX_FRAME + 1})
  void anImpossibleLengthTakesNoMemory(int length) throws IOException {
    byte[] stream = written(new Request.Cancel(1));
    ByteBuffer.wrap(stream).putInt(8, length);

    assertThatIOException()
        .isThrownBy(() -> reading(stream).request())
        .withMessage("a frame cannot have %d bytes", length);
  }

  @Test
  void changedBytesGiveAMessageOrAnErrorAndNothingElse() throws IOException {
    Random random = new Random(1);
    for (Request request : requests()) {
      byte[] stream = written(request);
      for (int i = 0; i < 2000; i++) {
        byte[] changed = stream.clone();
        changed[8 + random.nextInt(stream.length - 8)] = (byte) random.nextInt();
        try {
          Request read = reading(changed).request();
          assertThat(read == null || read.kind() > 0).isTrue();
        } catch (IOException e) {
          assertThat(e).hasMessageMatching("(?s).+");
        }
      }
    }
  }

  @Test
  void aTextBeyondAllModelsIsRefusedBeforeAnythingIsWritten() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FrameWriter writer = new FrameWriter(out);
    String text = "a".repeat(FrameWriter.MAX_FRAME);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.write(new Request.Embed(1, text)))
        .withMessageContaining("64 MiB");
    assertThat(out.size()).isEqualTo(8);
  }
}
