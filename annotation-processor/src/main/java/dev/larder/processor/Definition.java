package dev.larder.processor;

/**
 * One {@code @DefinesModel} or {@code @ModelAlias} in the code.
 *
 * @param fields what it says
 * @param type the qualified name of the top-level type, or of the package's {@code package-info}
 */
record Definition(AnnotationFields fields, String type) {}
