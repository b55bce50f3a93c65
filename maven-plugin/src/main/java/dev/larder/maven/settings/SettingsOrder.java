package dev.larder.maven.settings;

import dev.larder.core.catalog.SourceKind;
import dev.larder.core.fetch.SourceOrder;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Settings;

/** The order of sources that a build and the settings of Maven ask for. */
public final class SettingsOrder {

  private SettingsOrder() {}

  /**
   * The chosen order. Where none is, and all that comes from outside is to go through a repository
   * manager, Maven repositories come first: such a network seldom reaches anything else.
   *
   * @param chosen the words of the kinds; empty where nobody chose
   * @throws IllegalArgumentException if a word means no kind, or one comes twice
   */
  public static SourceOrder of(List<String> chosen, Settings settings) {
    if (chosen.isEmpty()) {
      return settings.getMirrors().stream().anyMatch(SettingsOrder::isOfEverything)
          ? SourceOrder.MAVEN_FIRST
          : SourceOrder.OF_THE_FILE;
    }
    List<SourceKind> kinds = chosen.stream().map(SourceKind::ofWord).toList();
    if (kinds.stream().distinct().count() < kinds.size()) {
      throw new IllegalArgumentException("a kind of source is named twice");
    }
    return SourceOrder.of(kinds);
  }

  private static boolean isOfEverything(Mirror mirror) {
    return Arrays.stream(mirror.getMirrorOf().split("\\s*,\\s*"))
        .anyMatch(pattern -> pattern.equals("*") || pattern.equals("external:*"));
  }
}
