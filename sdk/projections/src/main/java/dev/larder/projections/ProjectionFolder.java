package dev.larder.projections;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.StorageException;
import dev.larder.core.catalog.RelativePath;
import dev.larder.core.file.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a project keeps what it learned: {@code <model>/projections/<name>.safetensors}, and beside
 * that the embeddings that training made.
 *
 * @param path {@code data/embeddings} in a project
 */
public record ProjectionFolder(Path path) {

  private static final String SUFFIX = ".safetensors";

  /** The folder of a project. */
  public static ProjectionFolder ofProject(Path project) {
    return new ProjectionFolder(project.resolve("data/embeddings"));
  }

  /** The file of a projection. */
  public Path file(String model, String name) {
    return model(model)
        .resolve("projections")
        .resolve(RelativePath.requireSafeSegment(name) + SUFFIX);
  }

  /** The embeddings that training made with a model; can be deleted, and be left out of commits. */
  public Path cache(String model, String modelSha256) {
    return model(model).resolve("cache").resolve(modelSha256 + SUFFIX);
  }

  private Path model(String model) {
    return path.resolve(RelativePath.requireSafeSegment(model));
  }

  /** Every projection that is there, sorted. */
  public List<Path> files() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(path, 3)) {
      return found
          .filter(file -> file.toString().endsWith(SUFFIX))
          .filter(file -> file.resolveSibling("").endsWith("projections"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw Place.PROJECT.fault(path, e);
    }
  }

  /**
   * The engine of a model with one of its projections behind it.
   *
   * @throws dev.larder.api.InvalidFileException if the projection's file is none, or if it was
   *     learned on another model than the engine's
   * @throws StorageException if it is not there
   */
  public EmbeddingEngine open(EmbeddingEngine engine, String name) {
    Path file = file(engine.model().name(), name);
    return Projection.read(file).on(engine, file);
  }
}
