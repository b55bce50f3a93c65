package dev.larder.projections.safetensors;

import com.fasterxml.jackson.core.JacksonException;
import dev.larder.api.InvalidFileException;
import dev.larder.api.StorageException;
import dev.larder.core.file.AtomicFile;
import dev.larder.core.file.Place;
import dev.larder.core.format.SyntaxFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

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
      throw invalid("its header is " + SyntaxFault.of("JSON", e).text(), e);
    } catch (IllegalArgumentException e) {
      throw invalid(String.valueOf(e.getMessage()), e);
    } catch (NoSuchFileException e) {
      throw new StorageException(path.toString(), "it is not there", remedy, e);
    } catch (IOException e) {
      throw Place.PROJECT.fault(path, e);
    }
  }

  /**
   * Replaces the file in one step: whoever reads sees the old one or the new one.
   *
   * @throws StorageException if it cannot be written
   */
  public void write(Safetensors content) {
    AtomicFile.ofProject(path).write(output -> output.write(content.bytes()));
  }

  private InvalidFileException invalid(String problem, Exception cause) {
    return new InvalidFileException(path.toString(), problem, remedy, cause);
  }
}
