package dev.larder.testkit.tiny;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Reads the texts that lie beside the tests. */
final class Texts {

  private Texts() {}

  static List<String> read(String resource) {
    try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
