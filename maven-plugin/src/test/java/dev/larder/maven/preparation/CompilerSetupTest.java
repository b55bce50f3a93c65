package dev.larder.maven.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.classfile.Language;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is to be done depends on what the pom says already. */
class CompilerSetupTest {

  private final MavenProject project = new MavenProject(new Model());
  private final Xpp3Dom configuration = new Xpp3Dom("configuration");

  @BeforeEach
  void configure() {
    Plugin plugin = new Plugin();
    plugin.setArtifactId("maven-compiler-plugin");
    plugin.setConfiguration(configuration);
    project.getModel().setBuild(new Build());
    project.getBuild().addPlugin(plugin);
  }

  @Test
  void aPomWithoutTheProcessorIsToldToNameIt() {
    assertThat(said(Language.JAVA)).contains("add this to the configuration of maven-compiler");
  }

  @Test
  void aPomThatNamesItIsToldWhatElseItCanBe() {
    nameProcessor();

    assertThat(said(Language.JAVA))
        .contains("although the pom names it", "run mvn clean compile")
        .doesNotContain("<annotationProcessorPaths>");
  }

  @Test
  void aPomThatForbidsProcessorsIsToldSo() {
    nameProcessor();
    add(configuration, "proc", "none");

    assertThat(said(Language.JAVA)).contains("which the pom forbids", "take proc none");
  }

  @Test
  void aPropertyThatForbidsThemCountsToo() {
    nameProcessor();
    project.getProperties().setProperty("maven.compiler.proc", "none");

    assertThat(said(Language.JAVA)).contains("which the pom forbids");
  }

  @Test
  void anArgumentOfOneExecutionThatForbidsThemCountsToo() {
    nameProcessor();
    PluginExecution execution = new PluginExecution();
    Xpp3Dom own = new Xpp3Dom("configuration");
    add(own, "compilerArgs", "-proc:none");
    execution.setConfiguration(own);
    project.getBuild().getPlugins().get(0).addExecution(execution);

    assertThat(said(Language.JAVA)).contains("which the pom forbids");
  }

  @Test
  void aListThatLeavesItOutIsToldToNameIt() {
    nameProcessor();
    add(configuration, "annotationProcessors", "com.acme.Other");

    assertThat(said(Language.JAVA))
        .contains(
            "<annotationProcessor>dev.larder.processor.ModelsProcessor</annotationProcessor>");
  }

  @Test
  void anotherCompilerIsNamed() {
    nameProcessor();
    add(configuration, "compilerId", "eclipse");

    assertThat(said(Language.JAVA)).contains("the compiler eclipse");
  }

  @Test
  void kotlinIsToldItsOwnWayWhateverJavaHas() {
    nameProcessor();

    assertThat(said(Language.KOTLIN))
        .contains(
            "<goal>kapt</goal>",
            "<annotationProcessorPath>",
            "<artifactId>models-processor</artifactId>");
  }

  private String said(Language language) {
    return String.valueOf(
        CompilerSetup.of(project).notProcessed("com.acme.Search", language).getMessage());
  }

  private void nameProcessor() {
    Xpp3Dom path = new Xpp3Dom("path");
    add(path, "artifactId", "models-processor");
    configuration.addChild(path);
  }

  private static void add(Xpp3Dom parent, String name, String value) {
    Xpp3Dom child = new Xpp3Dom(name);
    child.setValue(value);
    parent.addChild(child);
  }
}
