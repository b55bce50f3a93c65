package dev.larder.maven.settings;

import dev.larder.core.project.LicencePolicy;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** The licence policy as it stands in a plugin's configuration. */
public final class Licences {

  /** The only licences that are allowed. */
  @Parameter private List<String> allow = List.of();

  /** Licences that are not allowed. */
  @Parameter private List<String> deny = List.of();

  public LicencePolicy policy() {
    return new LicencePolicy(allow, deny);
  }

  /** As it stands there. */
  public String text() {
    return String.join(" ", "allow", allow.toString(), "deny", deny.toString());
  }
}
