package dev.larder.its.structure;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The allowed dependencies of docs/architecture.md. */
class ModuleGraphTest {

  private static final JavaClasses LARDER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.larder");

  /** A module's package, and the packages of Larder that it may use besides its own. */
  private record Module(String name, List<String> mayUse) {}

  private static final List<Module> MODULES =
      List.of(
          new Module("api", List.of()),
          new Module("core", List.of("dev.larder.api..")),
          new Module("hub", List.of("dev.larder.api..", "dev.larder.core..")),
          new Module("onnx", List.of("dev.larder.api..", "dev.larder.core..")),
          new Module("llama", List.of("dev.larder.api..", "dev.larder.core..")),
          new Module("projections", List.of("dev.larder.api..", "dev.larder.core..")),
          new Module("guice", List.of("dev.larder.api..", "dev.larder.core..")),
          new Module(
              "testkit", List.of("dev.larder.api..", "dev.larder.core..", "dev.larder.guice..")),
          new Module(
              "processor",
              List.of(
                  "dev.larder.api..", "dev.larder.core.catalog..", "dev.larder.core.manifest..")),
          new Module(
              "maven",
              List.of(
                  "dev.larder.api..",
                  "dev.larder.core..",
                  "dev.larder.hub..",
                  "dev.larder.projections..")));

  @TestFactory
  List<DynamicTest> aModuleUsesOnlyWhatItMay() {
    return MODULES.stream()
        .map(module -> DynamicTest.dynamicTest(module.name, () -> rule(module).check(LARDER)))
        .toList();
  }

  private static ArchRule rule(Module module) {
    String own = "dev.larder." + module.name + "..";
    String[] allowed = Stream.concat(Stream.of(own), module.mayUse.stream()).toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(own)
        .should()
        .onlyDependOnClassesThat(
            not(JavaClass.Predicates.resideInAPackage("dev.larder.."))
                .or(resideInAnyPackage(allowed)));
  }

  @Test
  void everyModuleIsNamedHere() {
    Set<String> found =
        LARDER.stream()
            .map(type -> type.getPackageName().split("\\.", -1)[2])
            .collect(Collectors.toSet());

    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(MODULES.stream().map(Module::name), Stream.of("examples"))
                .collect(Collectors.toSet()));
  }

  @Test
  void theApiNeedsOnlyAnnotations() {
    classes()
        .that()
        .resideInAPackage("dev.larder.api..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.larder.api..", "java..", "jakarta.inject..", "org.jspecify..")
        .check(LARDER);
  }

  @Test
  void theCoreHasNeitherNetworkNorNativeCode() {
    noClasses()
        .that()
        .resideInAPackage("dev.larder.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "java.net.http..", "ai.onnxruntime..", "ai.djl..")
        .check(LARDER);
  }

  @Test
  void thePluginHasNeitherEngineNorGuice() {
    noClasses()
        .that()
        .resideInAPackage("dev.larder.maven..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.inject..", "ai.onnxruntime..", "ai.djl..", "de.kherud..")
        .check(LARDER);
  }

  @Test
  void thePackagesOfTheCoreHaveNoCycles() {
    slices().matching("dev.larder.core.(*)..").should().beFreeOfCycles().check(LARDER);
  }
}
