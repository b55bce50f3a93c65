package dev.larder.projections;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Qualifies an engine that has a projection of the project behind it.
 *
 * <p>An injection point has one qualifier, so it stands instead of {@link
 * dev.larder.api.UsesModel}, which stands where the engine is provided:
 *
 * <pre>{@code
 * @Provides
 * @Singleton
 * @Projected("semantic")
 * EmbeddingEngine semantic(@UsesModel("minilm") EmbeddingEngine minilm) {
 *   return folder.open(minilm, "semantic");
 * }
 * }</pre>
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface Projected {

  /** The projection's name in its recipe. */
  String value();
}
