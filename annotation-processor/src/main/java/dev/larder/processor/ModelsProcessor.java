package dev.larder.processor;

import dev.larder.api.ModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.manifest.AliasDefinition;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelDefinition;
import dev.larder.core.manifest.ModelUse;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Checks what the code that is compiled says of models, and writes the manifest of the jar.
 *
 * <p>It asks for all annotations: a class from which the last {@code @UsesModel} was removed has to
 * be seen too, or its entry would stay.
 */
@SupportedAnnotationTypes("*")
@SupportedOptions(ModelsProcessor.CONSTANTS)
public final class ModelsProcessor extends AbstractProcessor {

  /** Names the class of constants that is to be written; without it there is none. */
  static final String CONSTANTS = "models.constants";

  private final Supplier<Catalog> catalog;

  private Diagnostics diagnostics;
  private CompiledRoots roots;
  private boolean isFirstRound = true;

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
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    SourceTrees trees = new SourceTrees(environment);
    diagnostics = new Diagnostics(environment, trees);
    roots = new CompiledRoots(environment, trees, diagnostics);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    try {
      roots.add(round);
      String constants = processingEnv.getOptions().get(CONSTANTS);
      if (constants != null && isFirstRound) {
        isFirstRound = false;
        writeConstants(constants);
      }
      if (round.processingOver()) {
        // Not before: a type or constant that another processor generates is known only now.
        finish(round);
      }
    } catch (ModelException e) {
      diagnostics.error(e);
    } catch (RuntimeException | LinkageError e) {
      diagnostics.unexpected(e);
    }
    return false;
  }

  private void finish(RoundEnvironment round) {
    CompiledCode code = round.errorRaised() ? roots.readMembers() : roots.read();
    ClassOutput output = new ClassOutput(processingEnv.getFiler());
    Manifest old = output.readManifest();
    Manifest kept = kept(old, output);
    output.removeNames(old, kept);
    Manifest manifest = code.isEmpty() ? kept : with(kept, code);
    if (!round.errorRaised() && !diagnostics.failed()) {
      output.write(manifest, code.elements());
    }
  }

  private void writeConstants(String type) {
    ClassOutput output = new ClassOutput(processingEnv.getFiler());
    Manifest kept = kept(output.readManifest(), output);
    CompiledCode code = roots.readMembers();
    Constants constants = new Constants();
    catalog.get().models().forEach(constants::add);
    kept.definitions().forEach(definition -> constants.add(definition.model()));
    kept.aliases().forEach(alias -> constants.add(alias.name()));
    code.models().forEach(definition -> constants.addModel(definition.fields()));
    code.aliases().forEach(definition -> constants.add(definition.fields().text("name")));
    new ConstantsClass(type, processingEnv).write(constants, diagnostics, code.elements());
  }

  /** What classes declare that exist and are not compiled this time. */
  private Manifest kept(Manifest old, ClassOutput output) {
    Predicate<String> stays = type -> !roots.contains(type) && output.hasClass(type);
    return new Manifest(
        old.uses().stream().filter(use -> stays.test(use.type())).toList(),
        old.definitions().stream().filter(model -> stays.test(model.type())).toList(),
        old.aliases().stream().filter(alias -> stays.test(alias.type())).toList(),
        "");
  }

  private Manifest with(Manifest kept, CompiledCode code) {
    KnownNames names = new KnownNames(catalog.get(), new DependencyNames(processingEnv));
    DefinitionCheck definitions = new DefinitionCheck(names, diagnostics);
    kept.definitions().forEach(definitions::keep);
    kept.aliases().forEach(definitions::keep);
    List<ModelDefinition> models = definitions.models(code.models());
    List<AliasDefinition> aliases = definitions.aliases(code.aliases());
    code.uses().forEach(use -> names.need(use.selector()));
    List<ModelUse> uses =
        new DeclarationCheck(names.catalog(), diagnostics).uses(code.uses(), code.lengths());
    return new Manifest(
        join(kept.uses(), uses),
        join(kept.definitions(), models),
        join(kept.aliases(), aliases),
        "");
  }

  private static <T> List<T> join(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
