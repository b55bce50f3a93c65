package dev.larder.core.store;

import dev.larder.core.catalog.Selector;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.StoreRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what can go from a store. */
final class Pruning {

  /** What is younger may belong to a fetch that is under way. */
  private static final Duration YOUNG = Duration.ofDays(1);

  private final StoreLayout layout;
  private final KnownProjects projects;
  private final ProvenanceRecord record;
  private final Inventory inventory;
  private final Clock clock;

  Pruning(
      StoreLayout layout,
      KnownProjects projects,
      ProvenanceRecord record,
      Inventory inventory,
      Clock clock) {
    this.layout = layout;
    this.projects = projects;
    this.record = record;
    this.inventory = inventory;
    this.clock = clock;
  }

  PrunePlan plan(long maxBytes) {
    Contents contents = Contents.of(layout, inventory);
    Set<Selector> locked =
        projects.living().stream()
            .flatMap(project -> project.models().stream())
            .collect(Collectors.toSet());
    List<Leftover> leftovers = leftovers(contents, locked);
    long bytes = contents.bytes() - leftovers.stream().mapToLong(Leftover::bytes).sum();

    Map<String, Long> sizes =
        contents.blobs().stream()
            .collect(Collectors.toMap(Contents.Item::id, Contents.Item::bytes));
    Map<String, Long> uses =
        contents.models().stream()
            .flatMap(model -> model.digests().stream().distinct())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<UnusedModel> models = new ArrayList<>();
    for (Contents.Folder model : oldestFirst(contents, locked)) {
      if (bytes <= maxBytes) {
        break;
      }
      long freed = model.copies();
      for (String digest : new HashSet<>(model.digests())) {
        if (uses.merge(digest, -1L, Long::sum) == 0) {
          freed += sizes.getOrDefault(digest, 0L);
        }
      }
      models.add(
          new UnusedModel(
              model.name(), model.path(), LastUse.of(model.path()), model.digests(), freed));
      bytes -= freed;
    }
    return new PrunePlan(models, leftovers, contents.bytes(), bytes);
  }

  private static List<Contents.Folder> oldestFirst(Contents contents, Set<Selector> locked) {
    return contents.models().stream()
        .filter(model -> !locked.contains(model.name()))
        .sorted(Comparator.comparing(model -> LastUse.of(model.path())))
        .toList();
  }

  private List<Leftover> leftovers(Contents contents, Set<Selector> locked) {
    Instant limit = clock.instant().minus(YOUNG);
    StoreRecord known = record.readWhole();
    Set<String> needed =
        Stream.concat(
                contents.models().stream().flatMap(model -> model.digests().stream()),
                locked.stream()
                    .flatMap(name -> known.find(name).stream())
                    .flatMap(recorded -> recorded.model().files().stream())
                    .map(LockedFile::sha256))
            .collect(Collectors.toSet());
    return Stream.of(
            contents.partials().stream(),
            contents.asides().stream(),
            contents.blobs().stream().filter(blob -> !needed.contains(blob.id())))
        .flatMap(items -> items)
        .filter(item -> item.modified().isBefore(limit))
        .map(Contents.Item::asLeftover)
        .toList();
  }
}
