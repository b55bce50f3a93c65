package dev.larder.core.store;

import dev.larder.core.catalog.Selector;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.RecordedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that takes room in a store, at one moment. What came or went meanwhile may be missing.
 *
 * @param blobs content by its digest
 * @param partials downloads under way
 * @param asides what is on its way to its place, or was left by a process that was killed
 * @param models complete folders
 */
record Contents(List<Item> blobs, List<Item> partials, List<Item> asides, List<Folder> models) {

  /** A file, and the id under which it is written; empty where it is under no lock. */
  record Item(Path path, String id, long bytes, Instant modified) {

    Leftover asLeftover() {
      return new Leftover(path, id, bytes);
    }
  }

  /**
   * A model's folder, the digests of its files, and the bytes of those that are copies of the
   * content, where they could not be second names of it.
   */
  record Folder(Selector name, Path path, List<String> digests, long copies) {}

  static Contents of(StoreLayout layout, Inventory inventory) {
    return new Contents(
        items(layout.blobs()),
        items(layout.partials()),
        Asides.in(layout),
        folders(layout, inventory));
  }

  /** What is on the disk; content counts once, whatever the number of its names. */
  long bytes() {
    return Stream.of(blobs, partials, asides).flatMap(List::stream).mapToLong(Item::bytes).sum()
        + models.stream().mapToLong(Folder::copies).sum();
  }

  private static List<Item> items(Path folder) {
    List<Item> items = new ArrayList<>();
    for (Path path : below(folder, 1)) {
      try {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
        if (file.isRegularFile() && !Asides.isOne(path)) {
          items.add(
              new Item(
                  path, StoreLayout.idOf(path), file.size(), file.lastModifiedTime().toInstant()));
        }
      } catch (NoSuchFileException e) {
        // It was published or removed while we looked.
      } catch (IOException e) {
        throw StorageFault.of(path, e);
      }
    }
    return items;
  }

  private static List<Folder> folders(StoreLayout layout, Inventory inventory) {
    return inventory.models().stream()
        .map(RecordedModel::model)
        .filter(inventory::isModel)
        .map(
            model ->
                new Folder(
                    model.key(),
                    layout.folder(model),
                    List.copyOf(inventory.digests(model)),
                    copies(layout, model)))
        .toList();
  }

  private static long copies(StoreLayout layout, LockedModel model) {
    return model.files().stream()
        .filter(file -> isCopy(file.in(layout.folder(model)), layout.blob(file.sha256())))
        .mapToLong(LockedFile::size)
        .sum();
  }

  private static boolean isCopy(Path name, Path content) {
    try {
      return Files.exists(name) && !Files.isSameFile(name, content);
    } catch (IOException e) {
      // There is no content besides, so the file has a name nowhere else.
      return true;
    }
  }

  private static List<Path> below(Path folder, int depth) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder, depth)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw StorageFault.of(folder, e);
    }
  }
}
