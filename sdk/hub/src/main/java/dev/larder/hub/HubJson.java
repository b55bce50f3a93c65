package dev.larder.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the hub's metadata, within bounds. */
final class HubJson {

  /** The largest repositories have some ten thousand files, of 300 bytes each. */
  private static final int MAX_BYTES = 16 << 20;

  private static final JsonMapper JSON = new JsonMapper();

  private HubJson() {}

  /**
   * @throws FinalFault if there is too much of it, or it is something else
   */
  static <T> T read(Answer answer, Class<T> type) throws IOException {
    byte[] bytes = answer.body().inputStream().readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new FinalFault("the hub's metadata has more than %d bytes".formatted(MAX_BYTES));
    }
    T value = parse(bytes, type);
    if (value == null) {
      throw new FinalFault("the hub's metadata is not what it should be");
    }
    return value;
  }

  private static <T> @Nullable T parse(byte[] bytes, Class<T> type) throws IOException {
    try {
      return JSON.readValue(bytes, type);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
