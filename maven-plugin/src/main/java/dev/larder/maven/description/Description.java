package dev.larder.maven.description;

import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.KnownProject;
import dev.larder.maven.projections.LearnedProjection;
import java.util.List;

/**
 * What is known of a model.
 *
 * @param selector as it was asked for
 * @param model the model
 * @param variants those that were asked for
 * @param locked what this build locks of the model
 * @param projects those that lock one of the variants
 * @param projections what these learned on top of the model
 */
record Description(
    String selector,
    CatalogModel model,
    List<DescribedVariant> variants,
    List<LockedModel> locked,
    List<KnownProject> projects,
    List<LearnedProjection> projections) {

  Description {
    variants = List.copyOf(variants);
    locked = List.copyOf(locked);
    projects = List.copyOf(projects);
    projections = List.copyOf(projections);
  }

  /** The code that has it injected. */
  String injection() {
    return "@Inject @UsesModel(\"%s\") %s engine;"
        .formatted(selector, model.task().engineType().getSimpleName());
  }
}
