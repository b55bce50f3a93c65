package dev.larder.testkit.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTest {

  @Test
  void digestsAreThoseOfGitAndOfSha256() {
    Content content = Content.of("hello\n");

    assertThat(content.gitSha1()).isEqualTo("ce013625030ba8dba906f756967f9e9ca394464a");
    assertThat(content.sha256())
        .isEqualTo("5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03");
  }

  @Test
  void seededContentIsTheSameWhereverReadingBegins() {
    Content content = Content.seeded(42, 1000);
    byte[] whole = content.bytes(0, 1000);

    for (int from = 0; from < 50; from++) {
      assertThat(content.bytes(from, 100)).isEqualTo(Arrays.copyOfRange(whole, from, from + 100));
    }
    assertThat(Content.seeded(43, 1000).bytes(0, 1000)).isNotEqualTo(whole);
    assertThat(content.sha256()).isEqualTo(Content.of(whole).sha256());
  }

  @Test
  void seededContentMayBeLongerThanMemory() {
    Content content = Content.seeded(1, 1L << 42);

    assertThat(content.bytes((1L << 42) - 8, 8)).isNotEqualTo(new byte[8]);
  }

  @Test
  void aFileIsReadWhereItIs(@TempDir Path folder) throws Exception {
    byte[] bytes = Content.seeded(5, 200_000).bytes(0, 200_000);
    Content content = Content.of(Files.write(folder.resolve("file"), bytes));

    assertThat(content.length()).isEqualTo(200_000);
    assertThat(content.bytes(70_000, 1000)).isEqualTo(Arrays.copyOfRange(bytes, 70_000, 71_000));
    assertThat(content.sha256()).isEqualTo(Content.of(bytes).sha256());
  }
}
