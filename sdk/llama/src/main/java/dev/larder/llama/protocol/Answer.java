package dev.larder.llama.protocol;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** What a worker has to say. */
public sealed interface Answer extends Message {

  /** Reads an answer. */
  static Answer read(FrameReader.Body body) throws IOException {
    int kind = body.octet();
    long call = body.number();
    return switch (kind) {
      case Ready.KIND -> new Ready(body.octet() != 0);
      case Embedded.KIND ->
          new Embedded(
              call, body.reals(), body.integer(), body.integer(), body.number(), body.number());
      case Counted.KIND -> new Counted(call, body.integer());
      case Piece.KIND -> new Piece(call, body.text());
      case Generated.KIND ->
          new Generated(
              call,
              body.integer(),
              body.integer(),
              body.constant(End.class),
              body.number(),
              body.number());
      case Windows.KIND -> new Windows(call, body.integer(), body.integer(), body.texts());
      case Alive.KIND -> new Alive();
      case Failed.KIND -> new Failed(call, body.constant(Fault.class), body.text());
      default -> throw new IOException("there is no answer %d".formatted(kind));
    };
  }

  /**
   * The model is loaded.
   *
   * @param lowerCase whether its tokenizer does not tell capitals, as uncased WordPiece does not
   */
  record Ready(boolean lowerCase) implements Answer {

    static final int KIND = 1;

    @Override
    public long call() {
      return Request.OPENING;
    }

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public void writeTo(DataOutputStream out) throws IOException {
      out.writeByte(lowerCase ? 1 : 0);
    }
  }

  /**
   * A text's vector.
   *
   * @param tokens how many tokens the model saw
   * @param truncated how many were cut off
   * @param waited how long the text waited in the worker for its turn, in nanoseconds
   * @param ran how long it took then, in nanoseconds
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; handed on as it is.
  record Embedded(long call, float[] vector, int tokens, int truncated, long waited, long ran)
      implements Answer {

    static final int KIND = 2;

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public void writeTo(DataOutputStream out) throws IOException {
      out.writeInt(vector.length);
      for (float component : vector) {
        out.writeFloat(component);
      }
      out.writeInt(tokens);
      out.writeInt(truncated);
      out.writeLong(waited);
      out.writeLong(ran);
    }
  }

  /** How many tokens a text has. */
  record Counted(long call, int tokens) implements Answer {

    static final int KIND = 3;

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public void writeTo(DataOutputStream out) throws IOException {
      out.writeInt(tokens);
    }
  }

  /** The next part of an answer. */
  record Piece(long call, String text) implements Answer {

    static final int KIND = 4;

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public void writeTo(DataOutputStream out) throws IOException {
      FrameWriter.text(out, text);
    }
  }

  /** Why a generation is over. */
  enum End {
    /** The model had finished. */
    FINISHED,
    /** A stop string came up. */
    STOP,
    /** So many tokens were wanted, or fit. */
    LIMIT
  }

  /** An answer is complete. Times are in nanoseconds. */
  record Generated(
      long call, int promptTokens, int newTokens, End end, long promptTime, long answerTime)
      implements Answer {

    static final int KIND = 5;

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public void writeTo(DataOutputStream out) throws IOException {
      out.writeInt(promptTokens);
      out.writeInt(newTokens);
      FrameWriter.text(out, end.name());
      out.writeLong(promptTime);
      out.writeLong(answerTime);
    }
  }

  /**
   * A text in parts that overlap; none where there is no room for any beside the prefix.
   *
   * @param tokens how many tokens the whole text has with its prefix
   * @param frame how many tokens each part has besides its own: those of the prefix, and what the
   *     tokenizer puts around a text
   */
  record Windows(long call, int tokens, int frame, List<String> texts) implements Answer {

    static final int KIND = 7;

    public Windows {
      texts = List.copyOf(texts);
    }

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public void writeTo(DataOutputStream out) throws IOException {
      out.writeInt(tokens);
      out.writeInt(frame);
      FrameWriter.texts(out, texts);
    }
  }

  /** The worker is there. It says so all the time, and belongs to no call. */
  record Alive() implements Answer {

    /** How long it waits before it says so again. */
    public static final long EVERY_MILLIS = 1_000;

    static final int KIND = 8;

    @Override
    public long call() {
      return Request.OPENING;
    }

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public void writeTo(DataOutputStream out) {
      // That it is said is all.
    }
  }

  /** Whose fault it is that there is no other answer. */
  enum Fault {
    /** The model's: its file cannot be loaded. */
    MODEL,
    /** This machine's: the native library cannot be loaded. */
    LIBRARY,
    /** The request's: it asks for what cannot be done. */
    REQUEST,
    /** llama.cpp's. */
    ENGINE
  }

  /** There is no other answer. */
  record Failed(long call, Fault fault, String problem) implements Answer {

    static final int KIND = 6;

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public void writeTo(DataOutputStream out) throws IOException {
      FrameWriter.text(out, fault.name());
      FrameWriter.text(out, problem);
    }
  }
}
