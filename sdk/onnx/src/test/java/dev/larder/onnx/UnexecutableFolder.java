package dev.larder.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A folder in which a process may not execute anything: a mount of Linux that only it sees. */
final class UnexecutableFolder {

  private UnexecutableFolder() {}

  /** Runs what follows it with such a folder, which is empty. */
  static List<String> command(Path folder) {
    return List.of(
        "unshare",
        "-rm",
        "sh",
        "-c",
        "mount -t tmpfs -o noexec none \"$0\" && exec \"$@\"",
        folder.toString());
  }

  /** Whether this system has such mounts, and lets anyone make them. */
  static boolean isPossible() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
