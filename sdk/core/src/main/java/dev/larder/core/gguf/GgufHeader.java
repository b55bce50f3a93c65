package dev.larder.core.gguf;

import dev.larder.api.CorruptModelException;
import dev.larder.api.InterruptedCallException;
import dev.larder.api.UnsupportedArchitectureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What a GGUF file says about itself, in front of its weights.
 *
 * @param version of the format: 2 or 3
 * @param architecture {@code general.architecture}: the network's family, for instance {@code bert}
 * @param dimensions {@code embedding_length}: how long the network's vectors are, where it says
 * @param contextLength {@code context_length}: how many tokens it was trained to read, where it
 *     says
 * @param pooling {@code pooling_type}, where there is a known one
 * @param tensors how the weights are stored; those of the type with the most weights first
 * @param tokenizer {@code tokenizer.ggml.model}: the tokenizer's kind, for instance {@code bert}
 *     (WordPiece), {@code llama} (SentencePiece) or {@code gpt2} (BPE)
 * @param preTokenizer {@code tokenizer.ggml.pre}: how a BPE tokenizer splits a text into words
 *     first
 * @param part {@code split.no}, where the file is one of several: which of them, from 0
 * @param parts {@code split.count}: how many files the model has, where it says
 * @param chatTemplate {@code tokenizer.chat_template}, in the language of Jinja
 * @param licence {@code general.license}, where it is one line of at most 256 bytes
 */
public record GgufHeader(
    int version,
    String architecture,
    OptionalInt dimensions,
    OptionalInt contextLength,
    Optional<GgufPooling> pooling,
    List<GgufTensors> tensors,
    Optional<String> tokenizer,
    Optional<String> preTokenizer,
    int part,
    int parts,
    Optional<String> chatTemplate,
    Optional<String> licence) {

  /** Headers end with the vocabulary; the largest in use have some 20 MB. */
  private static final long MAX_BYTES = 128L << 20;

  /** The letters "GGUF". */
  private static final int MAGIC = 0x46554747;

  /** "vers", as in "version https://git-lfs.github.com/spec/v1". */
  private static final int LFS_MAGIC = 0x73726576;

  private static final int DEFAULT_ALIGNMENT = 32;

  private static final Pattern ARCHITECTURE = Pattern.compile("[a-z0-9._-]{1,64}");

  public GgufHeader {
    tensors = List.copyOf(tensors);
  }

  /**
   * Reads a file's header. Memory stays below some 20 MB whatever the file claims, and time is that
   * of going through at most 128 MiB.
   *
   * @param model the model and variant, for messages
   * @throws CorruptModelException if it is not a GGUF file, or not a sound one
   * @throws UnsupportedArchitectureException if its weights are stored in a way that came later
   * @throws InterruptedCallException if the thread is interrupted
   */
  public static GgufHeader read(String model, Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      return of(channel.map(FileChannel.MapMode.READ_ONLY, 0, Math.min(size, MAX_BYTES)), size);
    } catch (NewerTypeException e) {
      throw new UnsupportedArchitectureException(
          model, "gguf, " + e.getMessage(), "use another variant or another model");
    } catch (MalformedGgufException e) {
      throw new CorruptModelException(
          model, file.toString(), "its file is no sound GGUF: " + e.getMessage(), e);
    } catch (ClosedByInterruptException e) {
      throw new InterruptedCallException("Reading the header of " + model, e);
    } catch (IOException e) {
      throw new CorruptModelException(model, file.toString(), "its file cannot be read", e);
    }
  }

  /**
   * Reads a header.
   *
   * @param bytes the file, or its beginning
   * @param fileSize how long the whole file is
   */
  static GgufHeader of(ByteBuffer bytes, long fileSize) {
    HeaderCursor cursor = new HeaderCursor(bytes, fileSize);
    int version = version(cursor);
    long tensorCount = TensorTable.count(cursor);
    Metadata metadata = Metadata.read(cursor, Metadata.count(cursor));
    String architecture =
        metadata
            .text("general.architecture")
            .filter(name -> ARCHITECTURE.matcher(name).matches())
            .orElseThrow(() -> new MalformedGgufException("it names no architecture"));
    return new GgufHeader(
        version,
        architecture,
        metadata.size(architecture + ".embedding_length"),
        metadata.size(architecture + ".context_length"),
        metadata.number(architecture + ".pooling_type").flatMap(GgufPooling::of),
        TensorTable.read(cursor, tensorCount, alignment(metadata)),
        metadata.line("tokenizer.ggml.model"),
        metadata.line("tokenizer.ggml.pre"),
        part(metadata),
        metadata.size("split.count").orElse(1),
        metadata.text(Metadata.CHAT_TEMPLATE),
        metadata.line("general.license"));
  }

  /** Parts count from 0. */
  private static int part(Metadata metadata) {
    long part = metadata.number("split.no").orElse(0L);
    if (part < 0 || part > Short.MAX_VALUE) {
      throw new MalformedGgufException("its split.no is %d".formatted(part));
    }
    return (int) part;
  }

  private static int version(HeaderCursor cursor) {
    int magic = cursor.integer();
    if (magic == LFS_MAGIC) {
      throw new MalformedGgufException(
          "it is a pointer of Git LFS in the place of the file itself, which git lfs pull fetches");
    }
    if (magic != MAGIC) {
      throw new MalformedGgufException("it does not begin with the letters GGUF");
    }
    int version = cursor.integer();
    if (version != 0 && (version & 0xFFFF) == 0) {
      throw new MalformedGgufException("it is big-endian");
    }
    if (version != 2 && version != 3) {
      throw new MalformedGgufException(
          "it is of the format's version %s; 2 and 3 are known"
              .formatted(Integer.toUnsignedString(version)));
    }
    return version;
  }

  private static int alignment(Metadata metadata) {
    int alignment = metadata.size("general.alignment").orElse(DEFAULT_ALIGNMENT);
    if (Integer.bitCount(alignment) != 1) {
      throw new MalformedGgufException(
          "its general.alignment is %d, no power of two".formatted(alignment));
    }
    return alignment;
  }
}
