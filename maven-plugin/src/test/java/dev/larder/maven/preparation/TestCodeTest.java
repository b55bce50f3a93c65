package dev.larder.maven.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.project.TestKnowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCodeTest {

  @TempDir private Path folder;
  private MavenProject project;

  @BeforeEach
  void aProjectWithItsFolders() {
    Model model = new Model();
    Build build = new Build();
    build.setTestOutputDirectory(folder.resolve("target/test-classes").toString());
    model.setBuild(build);
    project = new MavenProject(model);
    project.addTestCompileSourceRoot(folder.resolve("src/test/java").toString());
  }

  @Test
  void aProjectWithoutTestsIsKnownToDeclareNothingInThem() throws IOException {
    assertThat(new TestCode(project).knowledge()).isEqualTo(TestKnowledge.READ);

    Files.createDirectories(folder.resolve("src/test/java/com/acme"));
    assertThat(new TestCode(project).knowledge()).isEqualTo(TestKnowledge.READ);
  }

  @Test
  void testsThatAreNotCompiledAreUnknown() throws IOException {
    Path source = folder.resolve("src/test/java/com/acme/SearchTest.java");
    Files.createDirectories(source.getParent());
    Files.createFile(source);
    assertThat(new TestCode(project).knowledge()).isEqualTo(TestKnowledge.UNKNOWN);

    Files.createDirectories(folder.resolve("target/test-classes"));
    assertThat(new TestCode(project).knowledge()).isEqualTo(TestKnowledge.READ);
  }

  @Test
  void aSuspensionHoldsForOneCopyOfAProjectAlone() {
    MavenProject fork = project.clone();
    new Suspension(fork).begin();

    assertThat(new Suspension(fork).isOn()).isTrue();
    assertThat(new Suspension(project).isOn()).isFalse();
    assertThat(new Suspension(project.clone()).isOn()).isFalse();
  }
}
