package dev.larder.maven.overview;

import dev.larder.api.ModelException;
import dev.larder.core.catalog.Platform;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.project.LockFile;
import dev.larder.core.store.KnownProject;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.contents.StoreSummary;
import dev.larder.maven.projections.LearnedProjection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks at every project that is known on this machine. */
public final class ProjectsCheck {

  private final ModelStore store;
  private final List<String> options;

  /**
   * @param options what a command needs besides to use this store
   */
  public ProjectsCheck(ModelStore store, List<String> options) {
    this.store = store;
    this.options = List.copyOf(options);
  }

  /**
   * Reads every project's lock as it is now.
   *
   * @param building the locks of this build's projects, which the store may not know yet
   */
  public Overview run(List<ProjectLock> building) {
    Map<Path, ProjectLock> projects = new TreeMap<>();
    building.stream()
        .filter(project -> Files.isRegularFile(project.file()))
        .forEach(project -> projects.put(project.file(), project));
    for (KnownProject known : store.projects().known()) {
      projects.put(known.lockFile(), ProjectLock.of(known));
    }
    return new Overview(
        StoreSummary.of(store), projects.values().stream().map(this::status).toList());
  }

  private ProjectStatus status(ProjectLock project) {
    if (!Files.isRegularFile(project.file())) {
      return new ProjectStatus(project, List.of(), ProjectState.GONE, List.of(), Optional.empty());
    }
    List<LockedModel> locked;
    try {
      locked = new LockFile(project.file()).read().on(Platform.ofMachine()).models();
    } catch (ModelException e) {
      return new ProjectStatus(
          project,
          LearnedProjection.of(project.folder()),
          ProjectState.UNREADABLE,
          List.of(),
          Optional.of(
              "restore it from version control; %s says what is wrong with it"
                  .formatted(command(project))));
    }
    List<NeededModel> models =
        locked.stream().map(model -> new NeededModel(model, store.look(model))).toList();
    return models.stream().allMatch(NeededModel::isPresent)
        ? new ProjectStatus(
            project,
            LearnedProjection.of(project.folder()),
            ProjectState.COMPLETE,
            models,
            Optional.empty())
        : new ProjectStatus(
            project,
            LearnedProjection.of(project.folder()),
            ProjectState.INCOMPLETE,
            models,
            Optional.of(command(project)));
  }

  private String command(ProjectLock project) {
    Path pom = project.file().resolveSibling("pom.xml");
    String where = Files.exists(pom) ? "mvn -f " + quoted(pom.toString()) : "mvn";
    String goal = String.join(" ", where, "models:fetch");
    return options.isEmpty() ? goal : goal + " " + String.join(" ", options);
  }

  /** A word that a shell takes as one. */
  private static String quoted(String word) {
    return word.contains(" ") ? '"' + word + '"' : word;
  }
}
