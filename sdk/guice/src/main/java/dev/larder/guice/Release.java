package dev.larder.guice;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which Larder this is, as Maven has written it into the jar. */
final class Release {

  private static final String PROPERTIES = "/META-INF/maven/dev.larder/models-guice/pom.properties";

  private Release() {}

  /** The version of this jar; where it is no jar, what to look for. */
  static String version() {
    try (InputStream input = Release.class.getResourceAsStream(PROPERTIES)) {
      Properties properties = new Properties();
      if (input != null) {
        properties.load(input);
      }
      return properties.getProperty("version", "the version of models-guice");
    } catch (IOException e) {
      return "the version of models-guice";
    }
  }
}
