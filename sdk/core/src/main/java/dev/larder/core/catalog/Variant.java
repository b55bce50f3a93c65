package dev.larder.core.catalog;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One format and quantisation of a model.
 *
 * @param id its name within the model, for instance {@code gguf-q8_0}; begins with the format
 * @param format {@code onnx} or {@code gguf}
 * @param quantisation as the source calls it, for instance {@code Q8_0}
 * @param architecture the network's family, for instance {@code bert}
 * @param maxTokens how many tokens the model reads
 * @param pooling how a vector is made of the token vectors
 * @param licence an SPDX identifier where one exists
 * @param source where its files come from
 * @param revision the pinned commit or version, where one is known
 * @param attestation how well the digests are attested
 * @param platform what it is made for; null where it is for every platform
 * @param files the model file first
 */
public record Variant(
    String id,
    String format,
    String quantisation,
    String architecture,
    int maxTokens,
    Pooling pooling,
    String licence,
    Source source,
    @Nullable String revision,
    Attestation attestation,
    @Nullable Platform platform,
    List<ModelFile> files) {

  public Variant {
    files = List.copyOf(files);
    if (files.isEmpty() || files.get(0).role() != FileRole.MODEL) {
      throw new IllegalArgumentException(
          "variant %s does not begin with a model file".formatted(id));
    }
  }

  /** A variant for every platform. */
  public Variant(
      String id,
      String format,
      String quantisation,
      String architecture,
      int maxTokens,
      Pooling pooling,
      String licence,
      Source source,
      @Nullable String revision,
      Attestation attestation,
      List<ModelFile> files) {
    this(
        id,
        format,
        quantisation,
        architecture,
        maxTokens,
        pooling,
        licence,
        source,
        revision,
        attestation,
        null,
        files);
  }

  /** Whether code defines it, and not the catalog. */
  public boolean isOwn() {
    return attestation == Attestation.OWN;
  }

  /** The length of all its files together, in bytes, where every one's is known. */
  public OptionalLong size() {
    long size = 0;
    for (ModelFile file : files) {
      Long length = file.size();
      if (length == null) {
        return OptionalLong.empty();
      }
      size += length;
    }
    return OptionalLong.of(size);
  }
}
