package dev.larder.maven.locks;

import dev.larder.core.catalog.Platform;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.project.LockFile;
import dev.larder.core.store.KnownProjects;
import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
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
    return ModelsLock.joining(files.stream().map(file -> new LockFile(file).read()).toList());
  }

  /** Every model once, under its full selector, sorted by it. */
  public List<LockedModel> models() {
    return models(lock -> lock);
  }

  /** The same of what a machine uses. */
  public List<LockedModel> models(Platform machine) {
    return models(lock -> lock.on(machine));
  }

  /** The same without what only tests need. */
  public List<LockedModel> ofApplication() {
    return models(ModelsLock::ofApplication);
  }

  private List<LockedModel> models(UnaryOperator<ModelsLock> part) {
    return files.stream()
        .flatMap(file -> part.apply(new LockFile(file).read()).models().stream())
        .map(model -> model.as(KnownProjects.selector(model)))
        .distinct()
        .sorted(Comparator.comparing(model -> model.key().text()))
        .toList();
  }
}
