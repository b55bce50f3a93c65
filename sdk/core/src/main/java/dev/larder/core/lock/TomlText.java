package dev.larder.core.lock;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds a TOML document, line by line, LF at each end. */
final class TomlText {

  private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]+");

  private final StringBuilder text = new StringBuilder();

  private TomlText() {}

  static TomlText ofVersion(int version) {
    return new TomlText().field("version", version);
  }

  TomlText table(String... keys) {
    text.append('\n').append('[').append(dotted(keys)).append("]\n");
    return this;
  }

  /** The next table of a list of tables. */
  TomlText listedTable(String... keys) {
    text.append('\n').append("[[").append(dotted(keys)).append("]]\n");
    return this;
  }

  TomlText field(String name, String value) {
    return line(name, quoted(value));
  }

  TomlText field(String name, long value) {
    return line(name, Long.toString(value));
  }

  TomlText field(String name, Instant value) {
    return line(name, value.toString());
  }

  byte[] toBytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private TomlText line(String name, String value) {
    text.append(name).append(" = ").append(value).append('\n');
    return this;
  }

  private static String dotted(String... keys) {
    return Arrays.stream(keys)
        .map(key -> BARE_KEY.matcher(key).matches() ? key : quoted(key))
        .collect(Collectors.joining("."));
  }

  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
