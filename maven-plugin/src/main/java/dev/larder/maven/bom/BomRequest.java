package dev.larder.maven.bom;

import dev.larder.core.lock.LockedModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/**
 * What is to be listed.
 *
 * @param project whose models
 * @param models what it locks
 * @param time when it was built, where the build says so
 * @param pluginVersion the version of this plugin
 */
public record BomRequest(
    MavenProject project, List<LockedModel> models, Optional<Instant> time, String pluginVersion) {

  public BomRequest {
    models = List.copyOf(models);
  }
}
