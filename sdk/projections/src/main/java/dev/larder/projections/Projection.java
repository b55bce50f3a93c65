package dev.larder.projections;

import dev.larder.api.DimensionMismatchException;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.InvalidFileException;
import dev.larder.api.ModelInfo;
import dev.larder.projections.network.Network;
import dev.larder.projections.safetensors.Safetensors;
import dev.larder.projections.safetensors.SafetensorsFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A network that a project learned on top of one embedding model.
 *
 * @param network turns the model's vectors into others
 * @param origin the model that it was learned on
 * @param figures how well it does
 */
public record Projection(Network network, Origin origin, Figures figures) {

  private static final String REMEDY =
      "train the projection again, or restore the file from version control";

  /**
   * Reads a projection.
   *
   * @throws InvalidFileException if the file is not one
   * @throws dev.larder.api.StorageException if it cannot be read
   */
  public static Projection read(Path file) {
    Safetensors content = new SafetensorsFile(file, REMEDY).read();
    Metadata metadata = new Metadata(content.metadata());
    try {
      return new Projection(
          Network.of(content.tensors()), Origin.of(metadata), Figures.of(metadata));
    } catch (IllegalArgumentException e) {
      throw new InvalidFileException(file.toString(), String.valueOf(e.getMessage()), REMEDY, e);
    }
  }

  /** Replaces the file in one step. */
  public void write(Path file) {
    Map<String, String> metadata = new TreeMap<>(figures.metadata());
    metadata.putAll(origin.metadata());
    new SafetensorsFile(file, REMEDY).write(new Safetensors(metadata, network.tensors()));
  }

  /**
   * The engine of the model with this projection behind it.
   *
   * @param file where the projection is from, for messages
   * @throws InvalidFileException if it was learned on other vectors than the engine gives
   */
  public EmbeddingEngine on(EmbeddingEngine engine, Path file) {
    requireModel(engine.model(), file);
    if (engine.dimensions() != network.inputs()) {
      throw new DimensionMismatchException(
          origin.model().text(), network.inputs(), engine.dimensions(), file.toString());
    }
    return new ProjectedEmbeddingEngine(engine, network);
  }

  /**
   * Holds a model to being the one that this was learned on.
   *
   * @throws InvalidFileException if it is another, or has other bytes
   */
  public void requireModel(ModelInfo model, Path file) {
    if (!model.name().equals(origin.model().name())
        || !model.sha256().equals(origin.modelSha256())) {
      throw new InvalidFileException(
          file.toString(),
          "it was learned on %s with the digest %s, and the model here is %s:%s with the digest %s"
              .formatted(
                  origin.model(),
                  origin.modelSha256(),
                  model.name(),
                  model.variant(),
                  model.sha256()),
          "train the projection again on this model, or lock the one that it was learned on",
          null);
    }
  }
}
