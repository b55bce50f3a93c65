package dev.larder.llama.protocol;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** What the application asks of a worker. The end of the stream asks it to end. */
public sealed interface Request extends Message {

  /** The call of the messages that open a worker's model. */
  long OPENING = 0;

  /** Reads a request. */
  static Request read(FrameReader.Body body) throws IOException {
    int kind = body.octet();
    long call = body.number();
    return switch (kind) {
      case Open.KIND ->
          new Open(
              body.text(),
              body.constant(ModelUse.class),
              body.integer(),
              body.integer(),
              body.integer(),
              body.integer(),
              body.text());
      case Embed.KIND -> new Embed(call, body.text());
      case Count.KIND -> new Count(call, body.text());
      case Generate.KIND ->
          new Generate(
              call,
              body.text(),
              body.integer(),
              new Choice(body.real(), body.integer(), body.real(), body.real(), body.integer()),
              body.constant(Form.class),
              body.text(),
              body.texts());
      case Cancel.KIND -> new Cancel(call);
      case Split.KIND -> new Split(call, body.text(), body.text());
      default -> throw new IOException("there is no request %d".formatted(kind));
    };
  }

  /**
   * Load a model, once, before everything else.
   *
   * @param file the GGUF file
   * @param maxTokens how many tokens a text, or messages with their answer, may have
   * @param specialTokens how many tokens the tokenizer puts around every text that is embedded
   * @param slots how many requests the model has room for at the same time
   * @param threads how many threads compute
   * @param chatTemplate how the model wants conversations to be written; empty for one that embeds
   */
  record Open(
      String file,
      ModelUse use,
      int maxTokens,
      int specialTokens,
      int slots,
      int threads,
      String chatTemplate)
      implements Request {

    static final int KIND = 1;

    @Override
    public long call() {
      return OPENING;
    }

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public void writeTo(DataOutputStream out) throws IOException {
      FrameWriter.text(out, file);
      FrameWriter.text(out, use.name());
      out.writeInt(maxTokens);
      out.writeInt(specialTokens);
      out.writeInt(slots);
      out.writeInt(threads);
      FrameWriter.text(out, chatTemplate);
    }
  }

  /** Embed a text, cut at its end where it is too long. */
  record Embed(long call, String text) implements Request {

    static final int KIND = 2;

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public void writeTo(DataOutputStream out) throws IOException {
      FrameWriter.text(out, text);
    }
  }

  /** Count a text's tokens. */
  record Count(long call, String text) implements Request {

    static final int KIND = 3;

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public void writeTo(DataOutputStream out) throws IOException {
      FrameWriter.text(out, text);
    }
  }

  /**
   * Split a text into windows that the model can read.
   *
   * @param prefix what will stand before each of them
   */
  record Split(long call, String prefix, String text) implements Request {

    static final int KIND = 6;

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public void writeTo(DataOutputStream out) throws IOException {
      FrameWriter.text(out, prefix);
      FrameWriter.text(out, text);
    }
  }

  /** How tokens are chosen; llama.cpp's parameters of these names. */
  record Choice(float temperature, int topK, float topP, float minP, int seed) {}

  /** What {@link Generate#constraint} is. */
  enum Form {
    /** Nothing. */
    FREE,
    /** A JSON schema. */
    SCHEMA,
    /** A grammar. */
    GRAMMAR
  }

  /**
   * Go on with a conversation.
   *
   * @param messages in JSON, as chat templates take them
   * @param stop the strings before which to stop
   */
  record Generate(
      long call,
      String messages,
      int maxNewTokens,
      Choice choice,
      Form form,
      String constraint,
      List<String> stop)
      implements Request {

    public Generate {
      stop = List.copyOf(stop);
    }

    static final int KIND = 4;

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public void writeTo(DataOutputStream out) throws IOException {
      FrameWriter.text(out, messages);
      out.writeInt(maxNewTokens);
      out.writeFloat(choice.temperature);
      out.writeInt(choice.topK);
      out.writeFloat(choice.topP);
      out.writeFloat(choice.minP);
      out.writeInt(choice.seed);
      FrameWriter.text(out, form.name());
      FrameWriter.text(out, constraint);
      FrameWriter.texts(out, stop);
    }
  }

  /** Stop a generation; there is no answer to that. */
  record Cancel(long call) implements Request {

    static final int KIND = 5;

    @Override
    public int kind() {
      return KIND;
    }

    @Override
    public void writeTo(DataOutputStream out) {
      // The call says it all.
    }
  }
}
