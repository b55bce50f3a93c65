package dev.larder.processor;

import dev.larder.api.InvalidDefinitionException;
import dev.larder.api.InvalidFileException;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** The class of constants that a build asks for with {@code -Amodels.constants}. */
final class ConstantsClass {

  private final String type;
  private final ProcessingEnvironment environment;

  /**
   * @param type its qualified name
   */
  ConstantsClass(String type, ProcessingEnvironment environment) {
    this.type = type;
    this.environment = environment;
  }

  /** Writes the source, unless the class is there with the same constants. */
  void write(Constants constants, Diagnostics diagnostics, Element... originatingElements) {
    if (!SourceVersion.isName(type)) {
      diagnostics.error(
          new InvalidDefinitionException(
              type, "it is not the name of a class", "write -Amodels.constants=com.acme.Models"));
      return;
    }
    TypeElement there = environment.getElementUtils().getTypeElement(type);
    if (there != null && valuesOf(there).equals(constants.values())) {
      return; // Written once more, javac would warn that there are two.
    }
    try (Writer source =
        environment.getFiler().createSourceFile(type, originatingElements).openWriter()) {
      source.write(text(constants));
    } catch (IOException e) {
      throw new InvalidFileException(
          type + ".java",
          "it cannot be written: " + e,
          "give -Amodels.constants the name of a class that nobody else writes",
          e);
    }
  }

  private static Map<String, Object> valuesOf(TypeElement there) {
    Map<String, Object> values = new TreeMap<>();
    for (VariableElement field : ElementFilter.fieldsIn(there.getEnclosedElements())) {
      Object value = field.getConstantValue();
      if (value != null) {
        values.put(field.getSimpleName().toString(), value);
      }
    }
    return values;
  }

  private String text(Constants constants) {
    int dot = type.lastIndexOf('.');
    String name = type.substring(dot + 1);
    StringBuilder text = new StringBuilder();
    if (dot > 0) {
      text.append("package ").append(type, 0, dot).append(";\n\n");
    }
    text.append("/** The models that can be declared, with dimensions and limits. */\n");
    text.append("public final class ").append(name).append(" {\n\n");
    constants.values().forEach((constant, value) -> text.append(line(constant, value)));
    return text.append("\n  private ").append(name).append("() {}\n}\n").toString();
  }

  private static String line(String constant, Object value) {
    return value instanceof String
        ? "  public static final String %s = \"%s\";\n".formatted(constant, value)
        : "  public static final int %s = %s;\n".formatted(constant, value);
  }
}
