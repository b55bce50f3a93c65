package dev.larder.maven.description;

import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Terms;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.KnownProject;
import dev.larder.maven.output.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A description for people: a name and a value a line. */
record DescriptionText(Description description) {

  List<String> lines() {
    CatalogModel model = description.model();
    Table facts = new Table();
    facts.row("Task", model.task().word());
    facts.row("Inject", description.injection());
    if (!model.aliases().isEmpty()) {
      facts.row("Also", aliases(model));
    }
    if (model.dimensions() > 0) {
      facts.row("Dimensions", dimensions(model));
      facts.row("Query prefix", quoted(model.queryPrefix()));
      facts.row("Document prefix", quoted(model.documentPrefix()));
    }
    facts.row("Licence", licence(description.variants().get(0).terms()));
    addLocked(facts, description.locked());
    addProjects(facts, description.projects());
    description.projections().forEach(learned -> facts.row("", learned.line()));

    List<String> lines = new ArrayList<>();
    lines.add("%s: %s".formatted(model.name(), model.description()));
    facts.lines().forEach(line -> lines.add("  " + line));
    for (DescribedVariant variant : description.variants()) {
      lines.add("");
      lines.addAll(new VariantText(variant).lines());
    }
    lines.add("");
    return lines;
  }

  private static String aliases(CatalogModel model) {
    return model.aliases().entrySet().stream()
        .map(alias -> "%s (%s)".formatted(alias.getKey(), alias.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String dimensions(CatalogModel model) {
    String shorter =
        model.matryoshka().stream()
            .sorted(Comparator.reverseOrder())
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return "%d%s%s"
        .formatted(
            model.dimensions(),
            shorter.isEmpty() ? "" : ", can be cut to " + shorter,
            model.normalised() ? ", normalised" : "");
  }

  private static String quoted(String prefix) {
    return prefix.isEmpty() ? "none" : '"' + prefix + '"';
  }

  private static String licence(Terms terms) {
    return terms.licence()
        + (terms.isOpenSource() ? "" : ", not an open-source licence: read its terms")
        + (terms.gated() ? ", gated: accept them on the hub, and give an access token" : "");
  }

  private static void addLocked(Table facts, List<LockedModel> locked) {
    String label = "Locked";
    for (LockedModel model : locked) {
      facts.row(label, "%s: %s".formatted(model.label(), model.variant()));
      label = "";
    }
  }

  private static void addProjects(Table facts, List<KnownProject> projects) {
    if (projects.isEmpty()) {
      facts.row("Used by", "no project known here");
    }
    String label = "Used by";
    for (KnownProject project : projects) {
      facts.row(label, "%s, %s".formatted(project.name(), project.lockFile()));
      label = "";
    }
  }

  /** Words for how a vector is made; empty where there is none. */
  static String pooling(Pooling pooling) {
    return switch (pooling) {
      case MEAN -> ", mean pooling";
      case CLS -> ", pooling of the first token";
      case LAST -> ", pooling of the last token";
      case IN_GRAPH -> ", pooling in the graph";
      case NONE -> "";
    };
  }
}
