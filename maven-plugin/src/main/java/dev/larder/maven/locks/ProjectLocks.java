package dev.larder.maven.locks;

import dev.larder.core.catalog.Selector;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.project.LockFile;
import dev.larder.core.store.KnownProjects;
import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What all projects of a build lock. */
public record ProjectLocks(List<Path> files) {

  public ProjectLocks {
    files = List.copyOf(files);
  }

  /**
   * The locks beside the poms of a build, or the one that is named instead; none where Maven runs
   * without a project.
   */
  public static ProjectLocks of(MavenSession session, @Nullable File named) {
    if (named != null) {
      return new ProjectLocks(List.of(named.toPath()));
    }
    return new ProjectLocks(
        session.getProjects().stream()
            .map(MavenProject::getFile)
            .filter(Objects::nonNull)
            .map(pom -> pom.toPath().resolveSibling(ModelsLock.FILE_NAME))
            .toList());
  }

  /** Every model under the names that projects give it, as the first of them locks it. */
  public ModelsLock lock() {
    Map<Selector, LockedModel> models = new LinkedHashMap<>();
    files.stream()
        .flatMap(file -> new LockFile(file).read().models().stream())
        .forEach(model -> models.putIfAbsent(model.key(), model));
    return ModelsLock.of(models.values());
  }

  /** Every model once, under its full selector, sorted by it. */
  public List<LockedModel> models() {
    return files.stream()
        .flatMap(file -> new LockFile(file).read().models().stream())
        .map(model -> model.as(KnownProjects.selector(model)))
        .distinct()
        .sorted(Comparator.comparing(model -> model.key().text()))
        .toList();
  }
}
