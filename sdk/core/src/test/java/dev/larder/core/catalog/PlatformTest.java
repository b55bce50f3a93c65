package dev.larder.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformTest {

  @ParameterizedTest
  @CsvSource({
    "amd64,   fpu,              x86_64",
    "x86_64,  fpu,              x86_64",
    "amd64,   avx2,             x86_64-avx2",
    "amd64,   avx2 avx512_vnni, x86_64-avx512-vnni",
    "amd64,   avx512_vnni,      x86_64",
    "aarch64, asimd,            arm64",
    "arm64,   avx2,             arm64",
    "riscv64, fpu,              other",
  })
  void aPlatformIsTheArchitectureAndWhatItsProcessorKnows(
      String architecture, String instructions, String word) {
    assertThat(Platform.of(architecture, Set.of(instructions.split(" "))).word()).isEqualTo(word);
  }

  @ParameterizedTest
  @EnumSource
  void everyPlatformIncludesItselfAndIsFoundByItsWord(Platform platform) {
    assertThat(platform.includes(platform)).isTrue();
    assertThat(Platform.ofWord(platform.word())).contains(platform);
  }

  @Test
  void moreInstructionsIncludeFewerOfTheSameArchitecture() {
    assertThat(Platform.X86_64_AVX512_VNNI.includes(Platform.X86_64_AVX2)).isTrue();
    assertThat(Platform.X86_64_AVX2.includes(Platform.X86_64)).isTrue();
    assertThat(Platform.X86_64_AVX2.includes(Platform.X86_64_AVX512_VNNI)).isFalse();
    assertThat(Platform.ARM64.includes(Platform.X86_64)).isFalse();
    assertThat(Platform.OTHER.includes(Platform.ARM64)).isFalse();
  }

  @Test
  void thisMachineHasOne() {
    assertThat(Platform.words()).contains(Platform.ofMachine().word());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsMadeForEveryPlatformRunsOnEach(Platform platform) {
    assertThat(platform.includes(null)).isTrue();
  }
}
