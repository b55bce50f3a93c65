package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteBackTest {

  private static final long MUCH = 1L << 30;

  @TempDir Path folder;

  @Test
  void whatCouldNotBeWrittenIsToldAtTheEnd() throws IOException {
    FileChannel channel = StoreFiles.openForWriting(folder.resolve("partial"));
    WriteBack writeBack = new WriteBack(channel);
    channel.close();
    writeBack.grownTo(MUCH);

    assertThatIOException().isThrownBy(writeBack::end).isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void aLittleStaysInMemoryUntilTheLastForce() throws IOException {
    FileChannel channel = StoreFiles.openForWriting(folder.resolve("partial"));
    WriteBack writeBack = new WriteBack(channel);
    channel.close();
    writeBack.grownTo(1);

    assertThatNoException().isThrownBy(writeBack::end);
  }

  @Test
  void aFileThatGrowsOnIsWrittenAgainAndAgain() throws IOException {
    try (FileChannel channel = StoreFiles.openForWriting(folder.resolve("partial"))) {
      WriteBack writeBack = new WriteBack(channel);

      assertThatNoException()
          .isThrownBy(
              () -> {
                for (long size = MUCH; size < 9 * MUCH; size += MUCH) {
                  writeBack.grownTo(size);
                }
                writeBack.end();
              });
    }
  }
}
