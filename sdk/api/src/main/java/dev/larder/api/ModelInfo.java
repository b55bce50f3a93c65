package dev.larder.api;

/**
 * Where an engine's model comes from and on which terms.
 *
 * @param name the model's name in the catalog or in the project that defines it
 * @param variant its format and quantisation, for instance {@code onnx-int8}
 * @param source what it was fetched from, for instance {@code hf:owner/repository}
 * @param revision the commit or version of the source
 * @param licence an SPDX identifier where one exists, otherwise the licence's own name
 * @param sha256 the digest of the model file, 64 hexadecimal digits
 */
public record ModelInfo(
    String name, String variant, String source, String revision, String licence, String sha256) {}
