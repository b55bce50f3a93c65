package dev.larder.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where something is said in the code.
 *
 * @param element what is annotated
 * @param mirror the annotation
 * @param value the literal, or the constant that stands there; null for the annotation as a whole
 * @param occurrence which of several annotations it is; null where there is one
 */
record Place(
    Element element,
    AnnotationMirror mirror,
    @Nullable AnnotationValue value,
    @Nullable Occurrence occurrence) {

  /** A place in an annotation that is the only one of its type. */
  Place(Element element, AnnotationMirror mirror, @Nullable AnnotationValue value) {
    this(element, mirror, value, null);
  }
}
