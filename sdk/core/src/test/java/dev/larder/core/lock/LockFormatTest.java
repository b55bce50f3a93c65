package dev.larder.core.lock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.api.InvalidFileException;
import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.Selector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockFormatTest {

  private static final ModelsLock LOCK =
      ModelsLock.of(List.of(Locks.qwen(), Locks.minilm("minilm"), Locks.bgeSmall()));

  /** A lock of one model, to be spoilt. */
  private static final String MINILM =
      new String(LockFormat.write(ModelsLock.of(List.of(Locks.minilm("minilm")))), UTF_8);

  @Test
  void aLockIsWrittenSortedWithItsOddNamesQuoted() {
    assertThat(new String(LockFormat.write(LOCK), UTF_8)).isEqualTo(golden("models.lock"));
  }

  @Test
  void aLockIsReadBack() {
    assertThat(read(golden("models.lock"))).isEqualTo(LOCK);
  }

  @Test
  void filesForDifferentPlatformsHaveATableEach() {
    ModelsLock lock =
        ModelsLock.of(
            List.of(
                Locks.minilm("minilm").as(Selector.parse("minilm"), Platform.ARM64),
                Locks.minilm("minilm").as(Selector.parse("minilm"), Platform.X86_64_AVX2),
                Locks.bgeSmall()));
    String text = new String(LockFormat.write(lock), UTF_8);

    assertThat(text)
        .containsSubsequence(
            "[\"bge-small-en-v1.5\"]",
            "[minilm.x86_64-avx2]\nvariant = \"gguf-q8_0\"",
            "[[minilm.x86_64-avx2.files]]",
            "[minilm.arm64]",
            "[[minilm.arm64.files]]");
    assertThat(read(text)).isEqualTo(lock);
  }

  @Test
  void aModelThatOnlyTestsNeedIsMarkedAndNoOther() {
    ModelsLock lock =
        ModelsLock.of(List.of(Locks.minilm("minilm").in(Scope.TEST), Locks.bgeSmall()));
    String text = new String(LockFormat.write(lock), UTF_8);

    assertThat(text)
        .containsOnlyOnce("scope")
        .contains("integrity = \"catalog\"\nscope = \"test\"\n");
    assertThat(read(text)).isEqualTo(lock);
    assertThat(read(text).ofApplication()).isEqualTo(ModelsLock.of(List.of(Locks.bgeSmall())));
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(text.replace("\"test\"", "\"tests\"")))
        .withMessageContaining("scope");
  }

  @Test
  void aModelIsForEveryMachineOrForPlatforms() {
    String both = MINILM + MINILM.substring(12).replace("[minilm", "[minilm.arm64");

    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(both))
        .withMessageContaining("is not a field that is known here");
  }

  @Test
  void anEmptyLockIsReadBack() {
    assertThat(new String(LockFormat.write(ModelsLock.empty()), UTF_8)).isEqualTo("version = 1\n");
    assertThat(read("version = 1\n")).isEqualTo(ModelsLock.empty());
  }

  @Test
  void windowsLineEndsAndACommentMakeNoDifference() {
    assertThat(read("# ours\r\n" + golden("models.lock").replace("\n", "\r\n"))).isEqualTo(LOCK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          = 1                   | = 2                      | it has version 2, and this Larder reads up to 1
          = 1                   | = 0                      | version is 0, not in 1 to
          = 1                   | = "1"                    | version is not a whole number
          = 1                   | = 1.0                    | version is not a whole number
          version = 1           | ``                       | version is missing
          [minilm]              | [minilm                  | it is not valid TOML in line 3, column 8: the line ends too early
          [minilm]              | [[minilm]]               | minilm is not a table
          minilm                | "min ilm"                | "min ilm" is not a selector
          minilm                | "minilm:onnx-int8"       | is locked with another variant, gguf-q8_0
          variant = "gguf-q8_0" | ``                       | minilm.variant is missing
          variant = "gguf-q8_0" | variant = "../q"         | minilm: "../q" is not a safe file name
          variant = "gguf-q8_0" | variant = 8              | minilm.variant is not a text
          dimensions = 384      | dimensions = 0           | minilm.dimensions is 0, not in 1 to
          licence               | license                  | minilm.licence is missing
          "catalog"             | "hearsay"                | minilm.integrity is "hearsay", not one of catalog, definition, hub
          "catalog"             | "catalog"\\npinned = true | minilm.pinned is not a field that is known here
          "hf:second            | "http://second           | minilm: "http://second-state/
          "hf:second            | "https://me:pw@host/     | is not a plain https address
          "544f204f             | "../544f204f             | is not a safe file name
          role = "model"        | role = "poem"            | minilm.files[0].role is "poem", not one of model, tokenizer, data
          role = "model"        | role = "data"            | its first file is not a model file
          "263215c3             | "263215C3                | is not a SHA-256 of 64 lower-case hexadecimal digits
          = 25008064            | = -1                     | minilm.files[0].size is -1, not in 0 to
          = 25008064            | = 99999999999999999999   | minilm.files[0].size is not a whole number
          = 25008064            | = 1\\nsize = 1            | it is not valid TOML in line 17, column 1: a name is there twice
          = 25008064            | = 1\\nurl = "x"           | minilm.files[0].url is not a field that is known here
          size = 25008064       | ``                       | minilm.files[0].size is missing
          """)
  void aFaultIsToldWithItsPlace(String right, String wrong, String problem) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(MINILM.replace(right, wrong.replace("\\n", "\n"))))
        .withMessageContaining("File models.lock cannot be used: ")
        .withMessageContaining(problem)
        .withMessageContaining(
            "restore it from version control, or delete it and run mvn models:fetch");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../x", "a/../x", "/etc/x", "C:\\x", "C:x", "a\\b", "", ".", "a//b", "a/", "a/.."})
  void noPathLeavesItsFolder(String path) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(MINILM.replace("\"all-MiniLM-L6-v2-Q8_0.gguf\"", "'" + path + "'")))
        .withMessageContaining("minilm.files[0]: \"" + path + "\" is not a safe relative path");
  }

  @Test
  void twoFilesOfOnePathAreRefused() {
    String file = MINILM.substring(MINILM.indexOf("[[minilm"));
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(MINILM + file))
        .withMessageContaining("minilm: two of its files have one path");
  }

  @Test
  void twoTablesOfOneModelAreRefused() {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read(MINILM + MINILM.substring(MINILM.indexOf("[minilm]"))))
        .withMessageContaining("it is not valid TOML in line 16, column 8: a name is there twice");
  }

  @Test
  void aHugeFileIsRefusedBeforeItIsParsed() {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read("#".repeat((1 << 20) + 1)))
        .withMessageContaining("it is larger than 1 MiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a=", "a."})
  void deepNestingIsRefused(String opening) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> read((opening.equals("a.") ? "" : "a=") + opening.repeat(100_000)))
        .withMessageContaining("it is nested too deeply");
  }

  private static ModelsLock read(String text) {
    return LockFormat.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "models.lock");
  }

  static String golden(String name) {
    try (InputStream input =
        Objects.requireNonNull(LockFormatTest.class.getResourceAsStream(name))) {
      return new String(input.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
