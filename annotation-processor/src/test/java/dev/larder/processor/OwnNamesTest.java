package dev.larder.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.catalog.Mirror;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Variant;
import dev.larder.core.manifest.AliasDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models and aliases that code defines, within a module and across modules. */
class OwnNamesTest {

  private Project project;
  private Project library;

  @BeforeEach
  void create(@TempDir Path folder) throws IOException {
    project = new Project(folder.resolve("application"));
    library = new Project(folder.resolve("library"));
  }

  @Test
  void aPackageDefinesAModelAndAClassUsesIt() throws IOException {
    project.model("shop", "acme-embed").user("shop.Search", "acme-embed").compileAll();

    assertThat(project.uses()).containsExactly("acme-embed embedding shop.Search");
    assertThat(project.declared().definitions())
        .singleElement()
        .satisfies(
            definition -> {
              assertThat(definition.type()).isEqualTo("shop.package-info");
              assertThat(definition.model().defaultVariant().revision()).isEqualTo("1.4");
              assertThat(definition.model().dimensions()).isEqualTo(384);
            });
    assertThat(project.names()).containsExactly("acme-embed.json");
  }

  @Test
  void filesForAPlatformMakeAVariantForIt() throws IOException {
    project
        .packageInfo(
            "shop",
            """
            @DefinesModel(name = "acme-embed", source = "mvn:com.acme:embed:1.4:zip",
                format = "onnx", architecture = "bert", files = {
                  @DefinesModel.File(path = "model.onnx"),
                  @DefinesModel.File(path = "avx2.onnx", platform = "x86_64-avx2"),
                  @DefinesModel.File(path = "vnni.onnx", platform = "x86_64-avx512-vnni"),
                  @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")},
                dimensions = 384, maxTokens = 512, pooling = "mean", licence = "MIT")
            """)
        .user("shop.Search", "acme-embed")
        .compileAll();

    assertThat(project.declared().definitions().get(0).model().variants())
        .extracting(variant -> variant.id() + " " + paths(variant))
        .containsExactly(
            "onnx-x86_64-avx512-vnni [vnni.onnx, tokenizer.json]",
            "onnx-x86_64-avx2 [avx2.onnx, tokenizer.json]",
            "onnx [model.onnx, tokenizer.json]");
  }

  @Test
  void aFileHasTheNameThatItsRepositoryGivesIt() throws IOException {
    project
        .packageInfo(
            "shop",
            """
            @DefinesModel(name = "acme-embed",
                source = "hf:acme/embed@0123456789abcdef0123456789abcdef01234567",
                format = "onnx", architecture = "bert", files = {
                  @DefinesModel.File(path = "mod\\u00e8les/mein \\"modell\\" (v2)#1 100%.onnx"),
                  @DefinesModel.File(role = "tokenizer", path = "\\u30e2\\u30c7\\u30eb/tokenizer.json")},
                dimensions = 384, maxTokens = 512, pooling = "mean", licence = "MIT")
            """)
        .user("shop.Search", "acme-embed")
        .compileAll();

    assertThat(paths(project.declared().definitions().get(0).model().defaultVariant()))
        .containsExactly(
            "mod\u00e8les/mein \"modell\" (v2)#1 100%.onnx", "\u30e2\u30c7\u30eb/tokenizer.json");
  }

  @Test
  void aFileMayLieInArtifactsBesides() throws IOException {
    mirrored(
            "sha256 = \"%s\", ".formatted("ab".repeat(32)),
            "\"mvn:com.acme:embed:1.4!/in/a.gguf\", \"mvn:com.acme:all:2:zip:models!/b.gguf\"")
        .user("shop.Search", "acme-embed")
        .compileAll();

    assertThat(project.declared().definitions().get(0).model().defaultVariant().files())
        .flatExtracting(ModelFile::mirrors)
        .extracting(Mirror::text)
        .containsExactly(
            "mvn:com.acme:embed:1.4:jar!/in/a.gguf", "mvn:com.acme:all:2:zip:models!/b.gguf");
  }

  @Test
  void aMirrorNeedsADigestThatItsBytesAreHeldTo() throws IOException {
    mirrored("", "\"mvn:com.acme:embed:1.4!/a.gguf\"");

    assertThat(project.messages("shop.package-info"))
        .singleElement()
        .asString()
        .contains("[Models/InvalidDefinition]", "a file with mirrors needs a digest", "add sha256");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://acme.com/a.gguf",
        "mvn:com.acme:embed:1.4",
        "mvn:com.acme:embed!/a.gguf",
        "mvn:com.acme:embed:1.4:pom!/a.gguf",
        "mvn:com.acme:embed:1.4!/../a.gguf"
      })
  void aMirrorIsAnArtifactAndAPathInIt(String mirror) throws IOException {
    mirrored("sha256 = \"%s\", ".formatted("ab".repeat(32)), "\"" + mirror + "\"");

    assertThat(project.messages("shop.package-info"))
        .singleElement()
        .asString()
        .contains("[Models/InvalidDefinition]", "write mvn:group:artifact:version!/path");
  }

  private Project mirrored(String digest, String mirrors) throws IOException {
    return project.packageInfo(
        "shop",
        """
        @DefinesModel(name = "acme-embed",
            source = "hf:acme/embed@0123456789abcdef0123456789abcdef01234567",
            format = "gguf", architecture = "bert",
            files = @DefinesModel.File(path = "a.gguf", %smirrors = {%s}),
            dimensions = 384, maxTokens = 512, pooling = "mean", licence = "MIT")
        """
            .formatted(digest, mirrors));
  }

  private static List<String> paths(Variant variant) {
    return variant.files().stream().map(ModelFile::path).toList();
  }

  @Test
  void aLengthThatStandsAloneIsThatOfTheModelsOfItsClass() throws IOException {
    project
        .source(
            "shop.Search",
            """
            class Search {
              @UsesModel("minilm") EmbeddingEngine engine;
              @UsesModel("qwen3-0.6b") GenerationEngine chat;
              @Dimensions(384) Object store;
            }
            """)
        .compileAll();

    assertThat(project.uses())
        .containsExactly("minilm embedding 384 shop.Search", "qwen3-0.6b generation shop.Search");
  }

  @Test
  void aFaultInOneOfAPackagesAnnotationsIsReportedThere() throws IOException {
    project.packageInfo(
        "shop",
        """
        @ModelAlias(name = "default-embed", model = "minilm")
        @ModelAlias(name = "default-chat", model = "qwen3-0.7b")
        """);

    assertThat(project.messages("shop.package-info"))
        .singleElement()
        .asString()
        .contains("package-info.java:2: error: [Models/UnknownModel]");
  }

  @Test
  void dimensionsAreRecorded() throws IOException {
    project
        .source(
            "shop.Search",
            "class Search { @UsesModel(\"nomic\") @Dimensions(256) EmbeddingEngine engine; }")
        .compileAll();

    assertThat(project.uses()).containsExactly("nomic embedding 256 shop.Search");
  }

  @Test
  void whatALibraryDefinesIsKnownToWhoeverDependsOnIt() throws IOException {
    library
        .packageInfo(
            "lib",
            """
            @ModelAlias(name = "default-embed", model = "acme-embed")
            @ModelAlias(name = "default-chat", model = "qwen3-0.6b")
            @DefinesModel(name = "acme-embed", source = "mvn:com.acme:embed:1.4:gguf",
                format = "gguf", architecture = "bert",
                files = @DefinesModel.File(path = "embed-1.4.gguf"),
                dimensions = 384, maxTokens = 512, pooling = "mean", licence = "MIT")
            """)
        .compileAll();

    project.dependsOn(library).user("shop.Search", "default-embed").compileAll();

    assertThat(project.uses()).containsExactly("default-embed embedding shop.Search");
    assertThat(project.declared().definitions()).isEmpty();
    assertThat(project.declared().aliases()).isEmpty();
    assertThat(project.names()).isEmpty();
    assertThat(library.declared().aliases())
        .extracting(AliasDefinition::name)
        .containsExactly("default-chat", "default-embed");
    assertThat(library.names())
        .containsExactly("acme-embed.json", "default-chat.json", "default-embed.json");
  }

  @Test
  void whatALibraryDefinesIsKnownFromItsJar() throws IOException {
    library.alias("lib", "default-embed", "minilm").compileAll();

    project.dependsOnJarOf(library).user("shop.Search", "default-embed").compileAll();

    assertThat(project.uses()).containsExactly("default-embed embedding shop.Search");
  }

  @Test
  void aLibrarysNameIsNotKnownWithoutTheLibrary() throws IOException {
    library.alias("lib", "default-embed", "minilm").compileAll();

    assertThat(project.user("shop.Search", "default-embed").messages("shop.Search"))
        .singleElement()
        .asString()
        .contains("[Models/UnknownModel] No model is named \"default-embed\"");
  }

  @Test
  void aClassThatIsCompiledAloneKnowsWhatTheModuleDefines() throws IOException {
    project.model("shop", "acme-embed").user("shop.Search", "acme-embed").compileAll();
    byte[] before = Files.readAllBytes(project.manifest());

    project.compile("shop.Search");

    assertThat(project.manifest()).hasBinaryContent(before);
    assertThat(project.names()).containsExactly("acme-embed.json");
  }

  @Test
  void aDefinitionThatIsGoneIsGoneAtOnce() throws IOException {
    project.alias("shop", "default-embed", "minilm").source("shop.Plain", "class Plain {}");
    project.compileAll();

    project.packageInfo("shop", "").user("shop.Search", "default-embed");

    assertThat(project.messages("shop.package-info", "shop.Search"))
        .singleElement()
        .asString()
        .contains("[Models/UnknownModel]");
    project.source("shop.Search", "class Search {}");
    project.compile("shop.package-info", "shop.Search");
    assertThat(project.manifest()).doesNotExist();
    assertThat(project.names()).isEmpty();
  }

  @Test
  void anAliasMayMoveToAClassOfTheModuleAndChangeItsName() throws IOException {
    project.alias("shop", "default-embed", "minilm").compileAll();

    project
        .packageInfo("shop", "")
        .source(
            "shop.Names", "@ModelAlias(name = \"embed\", model = \"bge-small\") interface Names {}")
        .compile("shop.package-info", "shop.Names");

    assertThat(project.declared().aliases())
        .singleElement()
        .satisfies(
            alias -> {
              assertThat(alias.name()).isEqualTo("embed");
              assertThat(alias.type()).isEqualTo("shop.Names");
            });
    assertThat(project.names()).containsExactly("embed.json");
  }

  @Test
  void aDefinitionOfADeletedPackageIsDropped() throws IOException {
    project.alias("shop", "default-embed", "minilm").source("shop.Plain", "class Plain {}");
    project.compileAll();

    project.delete("shop.package-info").compile("shop.Plain");

    assertThat(project.manifest()).doesNotExist();
    assertThat(project.names()).isEmpty();
  }

  @Test
  void anAggregatingRunSeesUnchangedClassesByTheirClassFiles() throws IOException {
    project
        .model("shop.models", "acme-embed")
        .user("shop.Search", "acme-embed")
        .source(
            "shop.Advice",
            "class Advice { Advice(@UsesModel(\"nomic\") @Dimensions(256) EmbeddingEngine e) {} }")
        .compileAll();
    byte[] before = Files.readAllBytes(project.manifest());
    // Gradle deletes what an aggregating processor wrote, before it runs again.
    Files.delete(project.manifest());

    // Packages have no name that javac takes for a class; they are compiled again.
    project.compileAggregating(
        List.of("shop.Search", "shop.models.package-info"), List.of("shop.Advice"));

    assertThat(project.manifest()).hasBinaryContent(before);
  }

  @Test
  void aWrongUseOfAnAliasIsFoundAcrossModules() throws IOException {
    library.alias("lib", "default-embed", "minilm").compileAll();
    project
        .dependsOn(library)
        .source(
            "shop.Search",
            "class Search { @UsesModel(\"default-embed\") @Dimensions(768) EmbeddingEngine e; }");

    assertThat(project.messages("shop.Search"))
        .singleElement()
        .asString()
        .contains(
            "[Models/DimensionMismatch] Model \"default-embed\" gives 384 dimensions, not 768");
  }
}
