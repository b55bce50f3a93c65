package dev.larder.llama.worker;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The native library, unpacked once for all workers. Left to itself java-llama.cpp unpacks it at
 * every start, always to the same file, under the feet of other processes, and deletes what else in
 * the temporary folder has a name that begins with "llama".
 */
final class NativeLibrary {

  private static final String FOLDER_PROPERTY = "de.kherud.llama.lib.path";
  private static final String TEMPORARY_PROPERTY = "de.kherud.llama.tmpdir";

  private NativeLibrary() {}

  /** Lets java-llama.cpp load the library from a folder; where it is not there, unpack it there. */
  static void use(Path folder) {
    System.setProperty(TEMPORARY_PROPERTY, folder.toString());
    if (Files.isRegularFile(folder.resolve(System.mapLibraryName("jllama")))) {
      System.setProperty(FOLDER_PROPERTY, folder.toString());
    }
  }
}
