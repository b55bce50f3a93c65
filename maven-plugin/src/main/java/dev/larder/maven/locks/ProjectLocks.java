package dev.larder.maven.locks;

import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.project.LockFile;
import dev.larder.core.store.KnownProjects;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** What all projects of a build lock. */
public record ProjectLocks(List<Path> files) {

  public ProjectLocks {
    files = List.copyOf(files);
  }

  /** The locks beside the poms of a build; none where Maven runs without a project. */
  public static ProjectLocks of(MavenSession session) {
    return new ProjectLocks(
        session.getProjects().stream()
            .map(MavenProject::getBasedir)
            .filter(Objects::nonNull)
            .map(folder -> folder.toPath().resolve(ModelsLock.FILE_NAME))
            .toList());
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
