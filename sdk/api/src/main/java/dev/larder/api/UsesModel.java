package dev.larder.api;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that the annotated code needs a model, and qualifies the injected engine.
 *
 * <pre>{@code
 * @Inject
 * Search(@UsesModel("minilm") EmbeddingEngine engine) { ... }
 * }</pre>
 *
 * The annotation processor checks the selector and writes it into the jar's manifest, from which
 * the Maven plugin fetches and locks the model. On a type it declares the model without an
 * injection point, for code that looks its engine up.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
public @interface UsesModel {

  /** A selector, {@code name[:variant][@revision]}, for instance {@code minilm:onnx-int8}. */
  String value();
}
