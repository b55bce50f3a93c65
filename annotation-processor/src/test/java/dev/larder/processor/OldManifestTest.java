package dev.larder.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the folder of classes need not be what this processor wrote. */
class OldManifestTest {

  private Project project;

  @BeforeEach
  void create(@TempDir Path folder) throws IOException {
    project = new Project(folder).user("shop.Search", "minilm");
    Files.createDirectories(project.manifest().getParent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"version\":1,\"uses\":[",
        "{\"version\":2,\"uses\":[]}",
        "{\"version\":1,\"uses\":[{\"model\":\"minilm\",\"task\":\"x\",\"type\":\"a.B\"}]}",
        "{\"version\":1,\"uses\":[{\"model\":\"a\",\"task\":\"embedding\",\"type\":\"../B\"}]}"
      })
  void oneThatCannotBeReadIsAnErrorAndStaysAsItIs(String manifest) throws IOException {
    Files.writeString(project.manifest(), manifest);

    assertThat(project.messages("shop.Search"))
        .singleElement()
        .asString()
        .contains("[Models/InvalidFile]", "META-INF/larder/models.json", "mvn clean compile");
    assertThat(project.manifest()).hasContent(manifest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".etc.passwd", "a..b", "a.", "no.such.Type"})
  void aNameThatIsNoClassFileInTheFolderIsDropped(String type) throws IOException {
    Files.writeString(
        project.manifest(),
        "{\"version\":1,\"uses\":[{\"model\":\"bge-small\",\"task\":\"embedding\",\"type\":\"%s\"}]}"
            .formatted(type));

    project.compileAll();

    assertThat(project.uses()).containsExactly("minilm embedding shop.Search");
  }

  @Test
  void aFolderInItsPlaceIsAnError() throws IOException {
    Files.createDirectories(project.manifest());

    assertThat(project.messages("shop.Search"))
        .singleElement()
        .asString()
        .contains("[Models/InvalidFile]", "it cannot be written");
  }

  @Test
  void aFileInThePlaceOfItsFolderIsAnError() throws IOException {
    Files.delete(project.manifest().getParent());
    Files.createFile(project.manifest().getParent());

    assertThat(project.messages("shop.Search"))
        .singleElement()
        .asString()
        .contains("[Models/InvalidFile]", "it cannot be written");
  }
}
