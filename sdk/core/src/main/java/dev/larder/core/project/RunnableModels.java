package dev.larder.core.project;

import dev.larder.api.ModelException;
import dev.larder.api.UnsupportedArchitectureException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.gguf.GgufHeader;
import dev.larder.core.gguf.GgufParts;
import dev.larder.core.gguf.LlamaCpp;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.Inspection;
import dev.larder.core.store.Installation;
import dev.larder.core.store.WantedModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells the GGUF models that an engine can run from the others, in a build, which has no engine: so
 * that the build says it, and not the application.
 *
 * @param catalog knows the models' tasks and their other variants
 */
public record RunnableModels(Catalog catalog) implements Inspection {

  /**
   * Lets models pass by what the catalog says of them, before anything is fetched.
   *
   * @throws dev.larder.api.LicenceDeniedException if the licence of one is not allowed
   * @throws UnsupportedArchitectureException if no engine runs one; whichever comes first has what
   *     is wrong with the others as suppressed exceptions
   */
  public void require(List<WantedModel> wanted, LicencePolicy licences) {
    List<ModelException> violations = new ArrayList<>();
    wanted.forEach(model -> licences.violation(model, catalog).ifPresent(violations::add));
    wanted.forEach(model -> violation(model).ifPresent(violations::add));
    if (!violations.isEmpty()) {
      ModelException first = violations.get(0);
      violations.subList(1, violations.size()).forEach(first::addSuppressed);
      throw first;
    }
  }

  /** Why no engine runs a model, by what the catalog says of it; empty where one does. */
  public Optional<UnsupportedArchitectureException> violation(WantedModel wanted) {
    CatalogModel model = catalog.select(wanted.key().name()).model();
    return model
        .variant(wanted.variant())
        .filter(variant -> isGguf(variant) && !isRunnable(model.task(), variant))
        .map(variant -> unsupported(model, wanted.label(), variant.architecture()));
  }

  /** Why a model that is in the store cannot be used, by what its file says. */
  Optional<ModelException> violation(Installation here) {
    LockedModel locked = here.model();
    try {
      if (locked.isGguf()) {
        String label = locked.key().name() + ":" + locked.variant();
        Path file = locked.files().get(0).in(here.folder());
        inspect(locked, GgufHeader.read(label, file));
      }
      return Optional.empty();
    } catch (ModelException e) {
      return Optional.of(e);
    }
  }

  /**
   * Lets a model pass by what its file says.
   *
   * @throws UnsupportedArchitectureException if no engine runs it
   * @throws dev.larder.api.DimensionMismatchException if its vectors have another length than the
   *     catalog or its definition says
   * @throws dev.larder.api.CorruptModelException if it is otherwise not what they say
   */
  @Override
  public void inspect(LockedModel locked, GgufHeader header) {
    CatalogModel model = catalog.select(locked.key().name()).model();
    String label = model.name() + ":" + locked.variant();
    LlamaCpp.obstacle(model.task(), header)
        .ifPresent(
            obstacle -> {
              throw unsupported(model, label, obstacle);
            });
    String file = locked.files().get(0).path();
    GgufParts.require(header, label, file, locked.files());
    model
        .variant(locked.variant())
        .ifPresent(variant -> new HeaderCheck(model, variant, file).require(header));
  }

  private static UnsupportedArchitectureException unsupported(
      CatalogModel model, String label, String architecture) {
    Optional<Variant> other =
        model.variants().stream()
            .filter(variant -> !label.equals(model.name() + ":" + variant.id()))
            .filter(variant -> isRunnable(model.task(), variant))
            .findFirst();
    return new UnsupportedArchitectureException(
        label,
        "gguf, " + architecture,
        other
            .map(variant -> "use the variant \"%s:%s\"".formatted(model.name(), variant.id()))
            .orElse("use another model: none of its variants can be run"));
  }

  /** ONNX files hold their network, whatever its architecture is. */
  private static boolean isRunnable(Task task, Variant variant) {
    return isGguf(variant) ? LlamaCpp.runs(task, variant.architecture()) : task != Task.GENERATION;
  }

  private static boolean isGguf(Variant variant) {
    return variant.format().equals("gguf");
  }
}
