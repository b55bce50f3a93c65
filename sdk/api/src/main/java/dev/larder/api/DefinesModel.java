package dev.larder.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Defines a model that the catalog does not have: an own one, or a private one. Its name is then
 * used like any other, in this module and in those that depend on it.
 *
 * <pre>{@code
 * @DefinesModel(
 *     name = "acme-embed",
 *     source = "mvn:com.acme.models:embed:1.4:zip",
 *     format = "onnx",
 *     architecture = "bert",
 *     files = {
 *       @DefinesModel.File(path = "model.onnx"),
 *       @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")
 *     },
 *     dimensions = 384,
 *     maxTokens = 512,
 *     pooling = "mean",
 *     licence = "LicenseRef-Acme")
 * package com.acme.shop;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Repeatable(DefinesModel.List.class)
public @interface DefinesModel {

  /** Its name: small letters, digits and {@code . _ -}; no name that the catalog has. */
  String name();

  /** One line for people. */
  String description() default "";

  /** What runs it, which also says what it is for. */
  Class<? extends Engine> engine() default EmbeddingEngine.class;

  /**
   * Where its files lie: {@code hf:owner/repository@revision}, {@code
   * mvn:group:artifact:version:extension[:classifier]}, a folder {@code https://...} or {@code
   * file:folder}, relative to the folder of the project. The last two need a digest of every file.
   */
  String source();

  /** {@code onnx} or {@code gguf}. */
  String format();

  /** The network's family, for instance {@code bert}. */
  String architecture();

  /** Its files: one model file, for ONNX a tokenizer besides. */
  File[] files();

  /** The length of its vectors; for embedding models only, and needed there. */
  int dimensions() default 0;

  /** Shorter lengths that its vectors were trained to be cut to, longest first. */
  int[] matryoshka() default {};

  /** How many tokens it reads, at least 1. */
  int maxTokens();

  /**
   * How a vector is made of the token vectors: {@code mean}, {@code cls}, {@code last} or {@code
   * in-graph}; for embedding models only, and needed there.
   */
  String pooling() default "";

  /** Whether its vectors are brought to the length 1. */
  boolean normalised() default true;

  /** What is put before a query. */
  String queryPrefix() default "";

  /** What is put before a document. */
  String documentPrefix() default "";

  /** Its licence: an SPDX identifier, or a {@code LicenseRef-} of one's own. */
  String licence();

  /** One file of a model. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({})
  @interface File {

    /** {@code model}, {@code tokenizer} or {@code data}. */
    String role() default "model";

    /**
     * Where it lies below the source, with {@code /} between folders: blanks and every script are
     * fine, {@code ..} and backslashes are not.
     */
    String path();

    /** Its SHA-256, 64 small hexadecimal digits; without it, the first fetch decides. */
    String sha256() default "";

    /** Its length in bytes; 0 where it is not known. */
    long size() default 0;

    /**
     * Further places that have the same file, the best first: {@code
     * mvn:group:artifact:version[:type[:classifier]]!/path}, in a jar where no type is given. They
     * are asked where the source cannot be reached or refuses, and need {@link #sha256}.
     */
    String[] mirrors() default {};

    /**
     * The processors that it is made for: {@code x86_64}, {@code x86_64-avx2}, {@code
     * x86_64-avx512-vnni} or {@code arm64}. There it stands for the files of its role that are for
     * every processor.
     */
    String platform() default "";
  }

  /** Several of them. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.PACKAGE, ElementType.TYPE})
  @interface List {
    DefinesModel[] value();
  }
}
