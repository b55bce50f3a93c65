package dev.larder.its.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Looks at a store from outside, with nothing of the code that wrote it but the answer to find. */
record StoreCheck(Path store) {

  /** Every content has its digest, and what is said to be complete is complete. */
  void isConsistent(LockedModel model) {
    for (Path blob : files("cache/blobs/sha256")) {
      assertThat(sha256(blob)).as("content of %s", blob).isEqualTo(blob.getFileName().toString());
    }
    new ModelStore(new StoreLayout(store))
        .find(model)
        .ifPresent(folder -> isComplete(folder, model));
  }

  private static void isComplete(Path folder, LockedModel model) {
    for (LockedFile file : model.files()) {
      assertThat(sha256(folder.resolve(file.path()))).isEqualTo(file.sha256());
    }
  }

  /** Everything is there, and nothing else but locks. */
  void isFinished(LockedModel model) {
    assertThat(new ModelStore(new StoreLayout(store)).find(model)).isPresent();
    isConsistent(model);
    assertThat(files("cache/partial")).isEmpty();
    assertThat(files("cache/blobs/sha256")).hasSize(model.files().size());
  }

  boolean hasBlob(LockedFile file) {
    return Files.exists(store.resolve("cache/blobs/sha256").resolve(file.sha256()));
  }

  /** How many bytes of a file an interrupted fetch has left. */
  long partialSize(LockedFile file) {
    try {
      return Files.size(store.resolve("cache/partial").resolve(file.sha256() + ".part"));
    } catch (IOException e) {
      return 0;
    }
  }

  private List<Path> files(String folder) {
    if (!Files.isDirectory(store.resolve(folder))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(store.resolve(folder))) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(Path file) {
    try (InputStream input = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(input, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
