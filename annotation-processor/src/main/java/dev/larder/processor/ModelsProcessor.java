package dev.larder.processor;

import dev.larder.api.ModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Checks every {@link dev.larder.api.UsesModel} of the code that is compiled, and writes the
 * manifest of the jar.
 *
 * <p>It asks for all annotations: a class from which the last {@code @UsesModel} was removed has to
 * be seen too, or its entry would stay.
 */
@SupportedAnnotationTypes("*")
public final class ModelsProcessor extends AbstractProcessor {

  private final Supplier<Catalog> catalog;

  /** Top-level types, by name: other objects may stand for them in the next round. */
  private final SortedSet<String> compiled = new TreeSet<>();

  /** A processor that knows the models that are shipped with Larder. */
  public ModelsProcessor() {
    this(Catalog::builtIn);
  }

  /**
   * @param catalog asked once at most, and only where the code declares a model
   */
  ModelsProcessor(Supplier<Catalog> catalog) {
    this.catalog = catalog;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Diagnostics diagnostics = new Diagnostics(processingEnv.getMessager());
    try {
      for (Element root : round.getRootElements()) {
        if (root instanceof TypeElement type) {
          compiled.add(type.getQualifiedName().toString());
        }
      }
      if (round.processingOver()) {
        // Not before: a type or constant that another processor generates is known only now.
        finish(round, diagnostics);
      }
    } catch (ModelException e) {
      diagnostics.error(e);
    } catch (RuntimeException | LinkageError e) {
      diagnostics.unexpected(e);
    }
    return false;
  }

  private void finish(RoundEnvironment round, Diagnostics diagnostics) {
    Elements elements = processingEnv.getElementUtils();
    List<Declaration> declarations =
        compiled.stream()
            .map(elements::getTypeElement)
            .filter(Objects::nonNull)
            .flatMap(Declarations::in)
            .toList();
    List<ModelUse> uses = new ArrayList<>();
    if (!declarations.isEmpty()) {
      DeclarationCheck check = new DeclarationCheck(catalog.get());
      for (Declaration declaration : declarations) {
        try {
          uses.add(check.use(declaration));
        } catch (ModelException e) {
          diagnostics.error(declaration, e);
        }
      }
    }
    if (round.errorRaised() || uses.size() < declarations.size()) {
      return;
    }
    ClassOutput output = new ClassOutput(processingEnv.getFiler());
    for (ModelUse use : output.readManifest().uses()) {
      if (!compiled.contains(use.type()) && output.hasClass(use.type())) {
        uses.add(use);
      }
    }
    output.writeManifest(
        Manifest.of(uses),
        declarations.stream().map(Declaration::element).distinct().toArray(Element[]::new));
  }
}
