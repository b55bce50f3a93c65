package dev.larder.projections.safetensors;

import com.fasterxml.jackson.core.JacksonException;
import dev.larder.api.InvalidFileException;
import dev.larder.api.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A safetensors file on disk.
 *
 * @param path where it is
 * @param remedy what a person is to do where it cannot be used
 */
public record SafetensorsFile(Path path, String remedy) {

  /** More than the largest projection and the embeddings of its examples take. */
  private static final int MAX_BYTES = 1 << 30;

  /**
   * Reads the file. Memory stays within a small multiple of its size, which is at most 1 GiB.
   *
   * @throws InvalidFileException if it is not exactly what the format says
   * @throws StorageException if it cannot be read
   */
  public Safetensors read() {
    try (InputStream input = Files.newInputStream(path)) {
      byte[] bytes = input.readNBytes(MAX_BYTES);
      if (input.read() >= 0) {
        throw new IllegalArgumentException("it is larger than 1 GiB");
      }
      return Safetensors.parse(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw invalid("its header is not UTF-8", e);
    } catch (JacksonException e) {
      throw invalid("its header is not JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw invalid(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new StorageException(path.toString(), "a file cannot be read", remedy, e);
    }
  }

  /** Replaces the file in one step: whoever reads sees the old one or the new one. */
  public void write(Safetensors content) {
    Path target = path.toAbsolutePath();
    try {
      Files.createDirectories(target.resolveSibling("."));
      Path temporary = Files.createTempFile(target.resolveSibling("."), ".write-", ".tmp");
      try {
        Files.write(temporary, content.bytes());
        // Unlike a FileChannel, it is not closed by an interrupt: that ends training, and what was
        // embedded until then is kept.
        try (AsynchronousFileChannel channel =
            AsynchronousFileChannel.open(temporary, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new StorageException(
          path.toString(), "a file cannot be written", "check its folder and the disk", e);
    }
  }

  private InvalidFileException invalid(String problem, Exception cause) {
    return new InvalidFileException(path.toString(), problem, remedy, cause);
  }
}
