package dev.larder.testkit.tiny;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TinyModelArchiveTest {

  @TempDir private Path folder;

  @Test
  void twoBuildsGiveTheSameBytesInAnyTimeZone() throws IOException {
    Path one = pack("one");
    TimeZone zone = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
    try {
      assertThat(pack("other")).hasSameBinaryContentAs(one);
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void itHoldsTheFilesSortedAndStored() throws IOException {
    try (ZipFile zip = new ZipFile(pack("tiny").toFile())) {
      List<? extends ZipEntry> entries = zip.stream().toList();

      assertThat(entries)
          .extracting(ZipEntry::getName)
          .containsExactly("chat.gguf", "model.gguf", "model.onnx", "tokenizer.json");
      assertThat(entries).allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
    }
  }

  private Path pack(String name) throws IOException {
    Path archive = folder.resolve(name + ".zip");
    TinyModelArchive.main(new String[] {archive.toString(), folder.resolve(name).toString()});
    return archive;
  }
}
