package dev.larder.maven.preparation;

import org.apache.maven.project.MavenProject;

/**
 * Keeps the goals that are bound to a build from preparing anything in it: one that only compiles
 * code, so that others can look at it first.
 *
 * @param project the project as the build has it; a fork has one of its own
 */
public record Suspension(MavenProject project) {

  private static final String KEY = Suspension.class.getName();

  /** Begins it, for as long as the build has this project. */
  public void begin() {
    project.setContextValue(KEY, project);
  }

  /**
   * Whether it has begun. The copies of a project share their values, so the value says whose it
   * is.
   */
  public boolean isOn() {
    return project.getContextValue(KEY) == project;
  }
}
