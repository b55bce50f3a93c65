package dev.larder.core.project;

import dev.larder.api.UnsupportedArchitectureException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.gguf.GgufHeader;
import dev.larder.core.gguf.GgufTensors;
import dev.larder.core.gguf.LlamaCpp;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.Inspection;
import dev.larder.core.store.WantedModel;
import java.util.Optional;

/**
 * Tells the GGUF models that an engine can run from the others, in a build, which has no engine: so
 * that the build says it, and not the application.
 *
 * @param catalog knows the models' tasks and their other variants
 */
record RunnableModels(Catalog catalog) implements Inspection {

  /**
   * Lets a model pass by what the catalog says of it, before anything is fetched.
   *
   * @throws UnsupportedArchitectureException if no engine runs it
   */
  void require(WantedModel wanted) {
    CatalogModel model = catalog.select(wanted.key().name()).model();
    model
        .variant(wanted.variant())
        .filter(variant -> isGguf(variant) && !isRunnable(model.task(), variant))
        .ifPresent(
            variant -> {
              throw unsupported(model, wanted.label(), variant.architecture());
            });
  }

  /**
   * Lets a model pass by what its file says.
   *
   * @throws UnsupportedArchitectureException if no engine runs it
   */
  @Override
  public void inspect(LockedModel locked, GgufHeader header) {
    CatalogModel model = catalog.select(locked.key().name()).model();
    String label = model.name() + ":" + locked.variant();
    if (!LlamaCpp.runs(model.task(), header.architecture())) {
      throw unsupported(model, label, header.architecture());
    }
    header.tensors().stream()
        .map(GgufTensors::type)
        .filter(type -> !LlamaCpp.reads(type))
        .findFirst()
        .ifPresent(
            type -> {
              throw unsupported(model, label, header.architecture() + " in " + type);
            });
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
