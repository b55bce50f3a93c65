package dev.larder.processor;

import dev.larder.api.DefinesModel;
import dev.larder.api.ModelAlias;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Everything about models that the compiled code says.
 *
 * @param uses of models
 * @param lengths that stand beside no use
 * @param models that are defined
 * @param aliases that are defined
 */
record CompiledCode(
    List<Declaration> uses,
    List<LoneLength> lengths,
    List<Definition> models,
    List<Definition> aliases) {

  private static final String PACKAGE_INFO = ".package-info";

  /** The name of an element whose class file shows that it still exists; empty for a module. */
  static String nameOf(Element root) {
    if (root instanceof TypeElement type) {
      return type.getQualifiedName().toString();
    }
    return root instanceof PackageElement info ? info.getQualifiedName() + PACKAGE_INFO : "";
  }

  /** Reads types and packages by their names: other objects may stand for them than before. */
  static CompiledCode read(Elements elements, Collection<String> names) {
    CompiledCode code =
        new CompiledCode(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (String name : names) {
      if (name.endsWith(PACKAGE_INFO)) {
        code.addDefinitions(
            elements,
            elements.getPackageElement(name.substring(0, name.length() - PACKAGE_INFO.length())),
            name);
        continue;
      }
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        code.uses.addAll(Declarations.uses(type));
        code.lengths.addAll(Declarations.loneLengths(type));
        Declarations.elements(type)
            .filter(TypeElement.class::isInstance)
            .forEach(element -> code.addDefinitions(elements, element, name));
      }
    }
    return code;
  }

  private void addDefinitions(Elements elements, Element element, String name) {
    AnnotationFields.on(elements, element, DefinesModel.class)
        .forEach(fields -> models.add(new Definition(fields, name)));
    AnnotationFields.on(elements, element, ModelAlias.class)
        .forEach(fields -> aliases.add(new Definition(fields, name)));
  }

  boolean isEmpty() {
    return uses.isEmpty() && lengths.isEmpty() && models.isEmpty() && aliases.isEmpty();
  }

  /** What the manifest is made of. */
  Element[] elements() {
    return Stream.concat(
            uses.stream().map(use -> use.place().element()),
            Stream.concat(models.stream(), aliases.stream())
                .map(definition -> definition.fields().place("name").element()))
        .distinct()
        .toArray(Element[]::new);
  }
}
