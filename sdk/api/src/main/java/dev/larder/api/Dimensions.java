package dev.larder.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how long vectors are to be, so that another length is found by the compiler, by the build
 * and at injection.
 *
 * <pre>{@code
 * @Inject
 * Search(@UsesModel("nomic-embed") @Dimensions(256) EmbeddingEngine engine) { ... }
 * }</pre>
 *
 * Beside {@link UsesModel} it has to be the length of the model's vectors, or one that they may be
 * cut to; then the engine cuts them and brings them to the model's length again. In one application
 * all uses of one selector have one length; {@link ModelAlias} gives a model another name for a
 * second one.
 *
 * <p>On its own, for instance on the field of a vector store, it is compared with every embedding
 * model that the same top-level type declares.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
public @interface Dimensions {

  /** How many components a vector has, at least 1. */
  int value();
}
