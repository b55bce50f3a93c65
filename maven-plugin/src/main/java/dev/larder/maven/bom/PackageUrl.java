package dev.larder.maven.bom;

import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Source.HubSource;
import dev.larder.core.catalog.Source.MavenSource;
import dev.larder.core.lock.LockedModel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/** Package URLs in their canonical form. */
final class PackageUrl {

  private PackageUrl() {}

  /** That of where a model comes from, if such places have package URLs. */
  static Optional<String> of(LockedModel model) {
    Source source = model.source();
    if (source instanceof HubSource hub) {
      String[] names = hub.repository().split("/", -1);
      return Optional.of(
          "pkg:huggingface/%s/%s@%s"
              .formatted(encode(names[0]), encode(names[1]), encode(model.revision())));
    }
    if (source instanceof MavenSource maven) {
      String classifier =
          maven.classifier() == null ? "" : "classifier=" + encode(maven.classifier()) + "&";
      return Optional.of(
          "pkg:maven/%s/%s@%s?%stype=%s"
              .formatted(
                  encode(maven.groupId()),
                  encode(maven.artifactId()),
                  encode(maven.version()),
                  classifier,
                  encode(maven.extension())));
    }
    return Optional.empty();
  }

  static String of(MavenProject project) {
    return "pkg:maven/%s/%s@%s"
        .formatted(
            encode(project.getGroupId()),
            encode(project.getArtifactId()),
            encode(project.getVersion()));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
