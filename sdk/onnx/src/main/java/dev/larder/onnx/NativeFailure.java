package dev.larder.onnx;

import java.nio.file.FileSystemException;

/**
 * Why native code cannot be run, in the words of whoever found out.
 *
 * @param failure what loading it has thrown
 */
record NativeFailure(Throwable failure) {

  /** What happened, for messages. */
  String problem() {
    Throwable root = root(failure);
    String reason = String.valueOf(root.getMessage());
    if (reason.contains("already loaded in another classloader")) {
      return "another class loader of this JVM has loaded its native library, and there can be no"
          + " copy for this one (%s)".formatted(reason);
    }
    if (root instanceof FileSystemException) {
      return "its native library cannot be unpacked, since the temporary folder %s cannot be used (%s)"
          .formatted(
              System.getProperty("java.io.tmpdir"),
              root.getClass().getSimpleName() + ": " + reason);
    }
    if (reason.contains("java.library.path")) {
      return "there is no native library for %s on %s"
          .formatted(System.getProperty("os.name"), System.getProperty("os.arch"));
    }
    return "its native library for %s on %s cannot be loaded (%s)"
        .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), reason);
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : root(cause);
  }
}
