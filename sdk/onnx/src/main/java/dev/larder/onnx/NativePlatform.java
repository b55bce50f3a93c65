package dev.larder.onnx;

import java.util.Locale;

/**
 * What native libraries are built for.
 *
 * @param system {@code linux}, {@code osx} or {@code win}
 * @param processor as the JVM calls it; {@code x86_64} where that has several names
 */
record NativePlatform(String system, String processor) {

  static NativePlatform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static NativePlatform of(String name, String architecture) {
    String system = name.toLowerCase(Locale.ROOT);
    return new NativePlatform(
        system.startsWith("windows") ? "win" : system.startsWith("mac") ? "osx" : system,
        architecture.equals("amd64") ? "x86_64" : architecture);
  }

  /** The folder of ONNX Runtime's libraries among its resources. */
  String ofOnnxRuntime() {
    return system + "-" + (processor.equals("x86_64") ? "x64" : processor);
  }

  /** The folder of the tokenizers' libraries among their resources. */
  String ofTokenizers() {
    return system + "-" + processor;
  }
}
