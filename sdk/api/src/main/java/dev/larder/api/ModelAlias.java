package dev.larder.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a model another name, so that the choice of the model stands in one place.
 *
 * <pre>{@code
 * @ModelAlias(name = "default-embed", model = "minilm")
 * package com.acme.shop;
 * }</pre>
 *
 * One module of an application defines the name, and it and all that depend on it may use it. The
 * same name for two models is an error.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Repeatable(ModelAlias.List.class)
public @interface ModelAlias {

  /** The new name: small letters, digits and {@code . _ -}; no name that is known already. */
  String name();

  /** What it stands for, {@code name[:variant][@revision]}; not an alias of this kind itself. */
  String model();

  /** Several of them. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.PACKAGE, ElementType.TYPE})
  @interface List {
    ModelAlias[] value();
  }
}
