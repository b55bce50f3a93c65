package dev.larder.processor;

import dev.larder.api.NotProcessedException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The top-level types and the packages that are compiled, round after round.
 *
 * <p>They are read by their names when all rounds are over: other objects may stand for them by
 * then, and what other processors generate is there. A type that cannot be found by its name, as
 * that of a compact source file, or one that two modules have, is read in its own round: javac 25
 * reports a duplicate class where the first kind is looked at in a later one.
 */
final class CompiledRoots {

  private static final String PACKAGE_INFO = ".package-info";

  private final Elements elements;
  private final SourceTrees trees;
  private final Diagnostics diagnostics;
  private final SortedSet<String> names = new TreeSet<>();
  private final SortedMap<String, CompiledCode> alreadyRead = new TreeMap<>();

  CompiledRoots(ProcessingEnvironment environment, SourceTrees trees, Diagnostics diagnostics) {
    this.elements = environment.getElementUtils();
    this.trees = trees;
    this.diagnostics = diagnostics;
  }

  void add(RoundEnvironment round) {
    for (Element root : round.getRootElements()) {
      String name = nameOf(root);
      if (name.isEmpty()) {
        continue;
      }
      names.add(name);
      if (find(name).isEmpty()) {
        alreadyRead
            .computeIfAbsent(name, none -> CompiledCode.empty())
            .add(new CodeReader(elements, trees, diagnostics).readNow(root, name));
      }
    }
  }

  /** Whether it is compiled this time. */
  boolean contains(String name) {
    return names.contains(name);
  }

  /** Everything that they say of models, once all rounds are over. */
  CompiledCode read() {
    CodeReader reader = new CodeReader(elements, trees, diagnostics);
    return read(reader, reader::read);
  }

  /** The same before, but for what stands in bodies. */
  CompiledCode readMembers() {
    CodeReader reader = new CodeReader(elements, trees, diagnostics);
    return read(reader, reader::readMembers);
  }

  private CompiledCode read(CodeReader reader, BiConsumer<Element, String> way) {
    for (String name : names) {
      CompiledCode early = alreadyRead.get(name);
      if (early != null) {
        reader.add(early);
        continue;
      }
      find(name)
          .ifPresentOrElse(
              root -> way.accept(root, name),
              () ->
                  diagnostics.error(
                      new NotProcessedException(
                          name,
                          "javac, which does not find the type by its name any more",
                          "give it a name that no type of another module has")));
    }
    return reader.code();
  }

  private Optional<Element> find(String name) {
    return Optional.ofNullable(
        name.endsWith(PACKAGE_INFO)
            ? elements.getPackageElement(name.substring(0, name.length() - PACKAGE_INFO.length()))
            : elements.getTypeElement(name));
  }

  /** The name of an element whose class file shows that it still exists; empty for a module. */
  private static String nameOf(Element root) {
    if (root instanceof TypeElement type) {
      return type.getQualifiedName().toString();
    }
    return root instanceof PackageElement info ? info.getQualifiedName() + PACKAGE_INFO : "";
  }
}
