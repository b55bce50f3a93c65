package dev.larder.api;

/** One turn of a conversation. */
public record ChatMessage(Speaker speaker, String text) {

  /** Who says something in a conversation. */
  public enum Speaker {
    /** The application, which tells the model how to behave. */
    SYSTEM,
    /** The person who asks. */
    USER,
    /** The model. */
    ASSISTANT
  }

  public static ChatMessage system(String text) {
    return new ChatMessage(Speaker.SYSTEM, text);
  }

  public static ChatMessage user(String text) {
    return new ChatMessage(Speaker.USER, text);
  }

  public static ChatMessage assistant(String text) {
    return new ChatMessage(Speaker.ASSISTANT, text);
  }
}
