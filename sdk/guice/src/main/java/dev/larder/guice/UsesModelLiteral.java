package dev.larder.guice;

import com.google.inject.Key;
import dev.larder.api.Engine;
import dev.larder.api.UsesModel;
import java.lang.annotation.Annotation;

/** The annotation as it stands in code, equal to the one that is read from there. */
record UsesModelLiteral(String value) implements UsesModel {

  /** The key of an injection point. */
  static <E extends Engine> Key<E> key(Class<E> type, String selector) {
    return Key.get(type, new UsesModelLiteral(selector));
  }

  @Override
  public Class<? extends Annotation> annotationType() {
    return UsesModel.class;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof UsesModel other && value.equals(other.value());
  }

  /** As {@link Annotation#hashCode()} defines it, for an annotation with one member. */
  @Override
  public int hashCode() {
    return (127 * "value".hashCode()) ^ value.hashCode();
  }

  @Override
  public String toString() {
    return "@%s(\"%s\")".formatted(UsesModel.class.getName(), value);
  }
}
