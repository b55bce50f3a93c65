package dev.larder.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.larder.core.catalog.Source.MavenSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hf:owner/name",
        "mvn:org.example:model:1.0:zip",
        "mvn:org.example:model:1.0:zip:tiny",
        "https://host.example/folder",
        "file:/srv/models/small"
      })
  void aSourceIsReadBackFromItsText(String text) {
    assertThat(Source.parse(text).text()).isEqualTo(text);
  }

  @Test
  void aClassifierIsTheLastPartOfMavenCoordinates() {
    assertThat(Source.parse("mvn:g:a:1:zip:c"))
        .isEqualTo(new MavenSource("g", "a", "1", "zip", "c"));
    assertThat(Source.parse("mvn:g:a:1:zip"))
        .isEqualTo(new MavenSource("g", "a", "1", "zip", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "owner/name",
        "ftp://host/x",
        "http://host/x",
        "hf:",
        "hf:name",
        "hf:a/b/c",
        "hf:../b",
        "mvn:g:a:1",
        "mvn:g:a:1:zip:c:d",
        "mvn:g:..:1:zip",
        "mvn:g:a:${v}:zip",
        "https:",
        "https:///x",
        "https://me:secret@host/x",
        "https://host/x?token=secret",
        "https://host/x#y",
        "https://ho st/",
        "file:"
      })
  void whatIsUnsafeOrIncompleteIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Source.parse(text));
  }
}
