package dev.larder.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePathTest {

  @TempDir private Path folder;

  @Test
  void whatAModuleDefinesIsKnownToThoseThatRequireIt() throws IOException {
    Project library = module("library", "module lib.words { exports lib; }", "lib.words");
    library
        .alias("lib", "default-embed", "minilm")
        .source("lib.Words", "public interface Words {}")
        .compileAll();
    Project application =
        module("application", "module app.search { requires lib.words; }", "app.search")
            .option("--module-path")
            .option(folder.resolve("library/classes").toString());

    application.user("app.Search", "default-embed").compileAll();

    assertThat(application.uses()).containsExactly("default-embed embedding app.Search");
  }

  @Test
  void aTypeOfTwoModulesIsReadInBoth() throws IOException {
    Project project = new Project(folder.resolve("both"));
    for (String module : List.of("one", "other")) {
      Path source = folder.resolve("both/src").resolve(module);
      Files.createDirectories(source.resolve("shop"));
      Files.writeString(source.resolve("module-info.java"), "module %s {}".formatted(module));
      Files.writeString(
          source.resolve("shop/Use.java"),
          "package shop; @dev.larder.api.UsesModel(\"%s\") class Use {}".formatted(module));
      project.option("--add-reads").option(module + "=ALL-UNNAMED");
    }
    project.option("--module-source-path").option(folder.resolve("both/src").toString());

    assertThatThrownBy(project::compileAll)
        .hasMessageContaining("No model is named \"one\"")
        .hasMessageContaining("No model is named \"other\"");
  }

  /** One that sees Larder's annotations on the class path. */
  private Project module(String name, String declaration, String module) throws IOException {
    Project project = new Project(folder.resolve(name));
    Files.writeString(folder.resolve(name).resolve("src/module-info.java"), declaration);
    return project.option("--add-reads").option(module + "=ALL-UNNAMED");
  }
}
