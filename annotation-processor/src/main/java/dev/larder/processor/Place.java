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
 */
record Place(Element element, AnnotationMirror mirror, @Nullable AnnotationValue value) {}
