package dev.larder.maven;

import dev.larder.core.ModelRegistry;
import dev.larder.core.ModelStatus;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Variant;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.lock.RecordedModel;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.maven.output.Sizes;
import dev.larder.maven.output.Table;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Lists every model that can be declared by name, and which of them are on this machine. Needs no
 * project.
 *
 * @since 0.1.0
 */
@Mojo(name = "list", requiresProject = false, aggregator = true, threadSafe = true)
public final class ListMojo extends ModelsMojo {

  @Override
  void run() {
    StoreLayout layout = storeLayout();
    ModelRegistry registry =
        new ModelRegistry(
            Catalog.builtIn(), ModelsLock.empty(), new ModelStore(layout), Fetchers.none());
    Table table =
        new Table().row("NAME", "TASK", "DIMENSIONS", "SIZE", "LICENCE", "ON THIS MACHINE");
    registry.list().forEach(status -> add(table, status));
    table.lines().forEach(getLog()::info);
    getLog().info("");
    getLog().info("Store: " + layout.home());
  }

  private static void add(Table table, ModelStatus status) {
    CatalogModel model = status.model();
    Variant variant = model.defaultVariant();
    table.row(
        model.name(),
        model.task().word(),
        model.dimensions() == 0 ? "-" : String.valueOf(model.dimensions()),
        size(variant),
        variant.licence() + (model.gated() ? ", gated" : ""),
        status.downloaded().stream().map(ListMojo::here).collect(Collectors.joining(", ")));
  }

  /** The whole size, where every file's is known. */
  private static String size(Variant variant) {
    if (variant.files().stream().map(ModelFile::size).anyMatch(Objects::isNull)) {
      return "?";
    }
    return Sizes.text(
        variant.files().stream().map(ModelFile::size).mapToLong(Objects::requireNonNull).sum());
  }

  private static String here(RecordedModel recorded) {
    return recorded.model().variant()
        + " since "
        + recorded.downloaded().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
