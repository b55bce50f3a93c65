package dev.larder.processor;

import dev.larder.api.DefinesModel;
import dev.larder.api.Dimensions;
import dev.larder.api.ModelAlias;
import dev.larder.api.NotProcessedException;
import dev.larder.api.UsesModel;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads what types and packages say of models. */
final class CodeReader {

  /** The simple names of the annotations that say something of models. */
  static final Set<String> ANNOTATIONS =
      Set.of(
          UsesModel.class.getSimpleName(),
          Dimensions.class.getSimpleName(),
          DefinesModel.class.getSimpleName(),
          ModelAlias.class.getSimpleName());

  private static final String LARDER = UsesModel.class.getPackageName() + ".";

  private final Elements elements;
  private final SourceTrees trees;
  private final Diagnostics diagnostics;
  private final ConstructorCheck constructors;
  private final CompiledCode code = CompiledCode.empty();

  CodeReader(Elements elements, SourceTrees trees, Diagnostics diagnostics) {
    this.elements = elements;
    this.trees = trees;
    this.diagnostics = diagnostics;
    this.constructors = new ConstructorCheck(diagnostics);
  }

  /** What was read. */
  CompiledCode code() {
    return code;
  }

  void add(CompiledCode other) {
    code.add(other);
  }

  /**
   * Reads a type or package.
   *
   * @param name of the class file that shows that it still exists
   */
  void read(Element root, String name) {
    readAll(withBodies(root), name);
  }

  private void readAll(List<Element> all, String name) {
    List<Declaration> uses = add(all, name);
    uses.forEach(constructors::check);
  }

  /** The same but for what stands in bodies, which javac must not look at before all is there. */
  void readMembers(Element root, String name) {
    add(members(root).toList(), name);
  }

  private List<Declaration> add(List<Element> all, String name) {
    List<Declaration> uses = Declarations.uses(all, name);
    code.uses().addAll(uses);
    code.lengths().addAll(Declarations.loneLengths(all, name));
    all.forEach(element -> addDefinitions(element, name));
    return uses;
  }

  /** Reads one that cannot be read once more: what it says has to be known now. */
  CompiledCode readNow(Element root, String name) {
    List<Element> all = withBodies(root);
    for (Element element : all) {
      for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
        if (isLarders(mirror)) {
          trees.remember(element, mirror);
          requireKnown(element, mirror, name);
        }
      }
    }
    readAll(all, name);
    return code;
  }

  private void requireKnown(Element element, AnnotationMirror mirror, String name) {
    if (mirror.toString().contains(Declarations.UNRESOLVED)) {
      diagnostics.error(
          new Place(element, mirror, null),
          new NotProcessedException(
              name,
              "javac, which does not know yet what the annotation says",
              "write the value itself here, or a constant of a class that is not generated"));
    }
  }

  private List<Element> withBodies(Element root) {
    return root instanceof TypeElement type
        ? Stream.concat(members(root), trees.inBodies(type, diagnostics).stream()).toList()
        : List.of(root);
  }

  private static Stream<Element> members(Element root) {
    return root instanceof TypeElement type ? Declarations.elements(type) : Stream.of(root);
  }

  private void addDefinitions(Element element, String name) {
    AnnotationFields.on(elements, element, DefinesModel.class)
        .forEach(fields -> code.models().add(new Definition(fields, name)));
    AnnotationFields.on(elements, element, ModelAlias.class)
        .forEach(fields -> code.aliases().add(new Definition(fields, name)));
  }

  private static boolean isLarders(AnnotationMirror mirror) {
    return mirror.getAnnotationType().toString().startsWith(LARDER);
  }
}
