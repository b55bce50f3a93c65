package dev.larder.core.catalog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What names a model in code and on a command line: {@code name[:variant][@revision]}. Each part
 * has up to 100 letters (small ones but for the revision), digits and {@code . _ -}, begins with a
 * letter or digit and does not end with a dot.
 *
 * @param name the model's name or an alias
 * @param variant a format and quantisation; the model's default where null
 * @param revision a commit of the source; the catalog's where null
 */
public record Selector(String name, @Nullable String variant, @Nullable String revision) {

  private static final Pattern PARTS =
      Pattern.compile("(?<name>[^:@]*)(:(?<variant>[^:@]*))?(@(?<revision>[^:@]*))?");

  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9_-])?");
  private static final Pattern REVISION =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?");

  /** A lock has its own version under this name, beside the models. */
  private static final String RESERVED = "version";

  public Selector {
    if (!NAME.matcher(name).matches()
        || name.equals(RESERVED)
        || (variant != null && !NAME.matcher(variant).matches())
        || (revision != null && !REVISION.matcher(revision).matches())) {
      throw malformed(text(name, variant, revision));
    }
  }

  /**
   * Reads a selector.
   *
   * @throws IllegalArgumentException if the text does not have the form of one
   */
  public static Selector parse(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw malformed(text);
    }
    return new Selector(parts.group("name"), parts.group("variant"), parts.group("revision"));
  }

  /** The same name and variant, of whatever revision. */
  public Selector withoutRevision() {
    return new Selector(name, variant, null);
  }

  /** The form that {@link #parse} reads back. */
  public String text() {
    return text(name, variant, revision);
  }

  @Override
  public String toString() {
    return text();
  }

  private static String text(String name, @Nullable String variant, @Nullable String revision) {
    return name + (variant == null ? "" : ":" + variant) + (revision == null ? "" : "@" + revision);
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "\"%s\" is not a selector of the form name[:variant][@revision]".formatted(text));
  }
}
