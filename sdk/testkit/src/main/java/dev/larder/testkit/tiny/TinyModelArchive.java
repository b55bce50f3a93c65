package dev.larder.testkit.tiny;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the tiny models as the Maven artifact that the catalog names. */
public final class TinyModelArchive {

  /** ZIP's first month; its first day would be kept in a second form that knows the time zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final List<String> FILES =
      List.of(TinyChatModel.GGUF, BertModel.GGUF, BertModel.ONNX, BertModel.TOKENIZER);

  private TinyModelArchive() {}

  /**
   * Writes the archive.
   *
   * @param arguments the file to write, and a folder for the models' files
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("give the file to write and a folder for its contents");
    }
    Path folder = Path.of(arguments[1]);
    TinyModel.writeTo(folder);
    TinyChatModel.writeTo(folder);
    try (OutputStream out = Files.newOutputStream(Path.of(arguments[0]));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : FILES) {
        add(zip, name, Files.readAllBytes(folder.resolve(name)));
      }
    }
  }

  /** Stored, not deflated: compressed bytes differ between versions of zlib. */
  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
