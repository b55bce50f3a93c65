package dev.larder.core.engine;

import dev.larder.api.UnsupportedArchitectureException;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Finds who can run a model best.
 *
 * @param providers every engine that can be used
 */
public record EngineFinder(List<EngineProvider> providers) {

  public EngineFinder {
    providers = List.copyOf(providers);
  }

  /** The engines on the class path. */
  public static EngineFinder onClassPath(ClassLoader loader) {
    List<EngineProvider> found = new ArrayList<>();
    ServiceLoader.load(EngineProvider.class, loader).forEach(found::add);
    return new EngineFinder(found);
  }

  /**
   * The engine that suits a model best.
   *
   * @throws UnsupportedArchitectureException if none can run it; names a variant that one could run
   */
  public EngineProvider find(InstalledModel installed) {
    return best(installed.model(), installed.variant())
        .orElseThrow(() -> unsupported(installed.model(), installed.variant()));
  }

  private Optional<EngineProvider> best(CatalogModel model, Variant variant) {
    return providers.stream()
        .filter(provider -> provider.suitability(model, variant) > 0)
        .max(Comparator.comparingInt(provider -> provider.suitability(model, variant)));
  }

  private UnsupportedArchitectureException unsupported(CatalogModel model, Variant variant) {
    return new UnsupportedArchitectureException(
        model.name() + ":" + variant.id(),
        variant.format() + ", " + variant.architecture(),
        model.variants().stream()
            .filter(other -> best(model, other).isPresent())
            .findFirst()
            .map(other -> "use the variant \"%s:%s\"".formatted(model.name(), other.id()))
            .orElse("add an engine for the format " + variant.format() + module(variant)));
  }

  private static String module(Variant variant) {
    return switch (variant.format()) {
      case "onnx" -> ", such as dev.larder:models-onnx";
      case "gguf" -> ", such as dev.larder:models-llama, that runs " + variant.architecture();
      default -> "";
    };
  }
}
