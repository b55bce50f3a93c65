package dev.larder.core.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What names a model in code and on a command line: {@code name[:variant][@revision]}.
 *
 * @param name the model's name or an alias
 * @param variant a format and quantisation; the model's default where null
 * @param revision a commit of the source; the catalog's where null
 */
public record Selector(String name, @Nullable String variant, @Nullable String revision) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<name>[a-z0-9][a-z0-9._-]{0,99})"
              + "(:(?<variant>[a-z0-9][a-z0-9._-]{0,99}))?"
              + "(@(?<revision>[A-Za-z0-9][A-Za-z0-9._-]{0,99}))?");

  /**
   * Reads a selector.
   *
   * @throws IllegalArgumentException if the text does not have the form of one
   */
  public static Selector parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a selector of the form name[:variant][@revision]".formatted(text));
    }
    return new Selector(matcher.group("name"), matcher.group("variant"), matcher.group("revision"));
  }

  /** The form that {@link #parse} reads back. */
  public String text() {
    return name + (variant == null ? "" : ":" + variant) + (revision == null ? "" : "@" + revision);
  }

  @Override
  public String toString() {
    return text();
  }
}
