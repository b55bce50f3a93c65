package dev.larder.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.api.InterruptedCallException;
import dev.larder.api.InvalidFileException;
import dev.larder.core.SampleModels;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Provenance;
import dev.larder.core.catalog.Task;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.Installation;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.core.store.WantedModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  @TempDir private Path folder;

  private Path archive;
  private LockedModel model;
  private List<ArchiveWriter.Content> contents;

  @BeforeEach
  void fetchAModel() {
    archive = folder.resolve("out/models.zip");
    SampleModels samples = new SampleModels();
    var installed =
        samples
            .registry(folder.resolve("from"), samples.model("small", Task.EMBEDDING, "onnx"))
            .ensure("small");
    model = installed.locked();
    contents = List.of(new ArchiveWriter.Content(model, installed.folder()));
  }

  private List<Installation> load(Path file) {
    try (ArchiveReader reader = ArchiveReader.open(file)) {
      return store()
          .install(
              reader.lock().models().stream().map(WantedModel::of).toList(),
              new Fetchers(List.of(reader), List.of()),
              TransferListener.SILENT);
    }
  }

  private ModelStore store() {
    return new ModelStore(new StoreLayout(folder.resolve("to")));
  }

  @Test
  void carriesAModelFromOneStoreToAnother() {
    new ArchiveWriter(archive).write(contents);

    Path arrived = load(archive).get(0).folder();

    assertThat(arrived.resolve("small.onnx")).hasContent("small.onnx");
    assertThat(store().find(model)).contains(arrived);
  }

  @Test
  void aSoundArchiveIsOneForAnInterruptedThreadToo() {
    Thread.currentThread().interrupt();
    new ArchiveWriter(archive).write(contents);
    assertThatThrownBy(() -> load(archive)).isInstanceOf(InterruptedCallException.class);
    assertThat(Thread.interrupted()).isTrue();

    assertThat(load(archive).get(0).folder().resolve("small.onnx")).hasContent("small.onnx");
  }

  @Test
  void recordsBothTheArchiveAndTheSource() {
    new ArchiveWriter(archive).write(contents);

    load(archive);

    var recorded = store().record().find(model).orElseThrow();
    assertThat(recorded.model().source()).isEqualTo(model.source());
    assertThat(recorded.fromByPath().get("small.onnx"))
        .isEqualTo(
            new Provenance(
                Origin.ARCHIVE,
                "jar:" + archive.toUri() + "!/sha256/" + model.files().get(0).sha256()));
  }

  @Test
  void twoArchivesOfTheSameModelsHaveTheSameBytes() throws IOException {
    Path other = folder.resolve("other.zip");

    long size = new ArchiveWriter(archive).write(contents);
    new ArchiveWriter(other).write(contents);

    assertThat(archive).hasSameBinaryContentAs(other).hasSize(size);
  }

  @Test
  void nothingInItIsCompressedAndContentIsThereOnce() throws IOException {
    new ArchiveWriter(archive).write(List.of(contents.get(0), contents.get(0)));

    try (ZipFile zip = new ZipFile(archive.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly("models.lock", "sha256/" + model.files().get(0).sha256());
      assertThat(zip.stream().map(ZipEntry::getMethod)).containsOnly(ZipEntry.STORED);
    }
  }

  @Test
  void whatWasChangedInTheStoreIsNotExported() throws IOException {
    Files.writeString(contents.get(0).folder().resolve("small.onnx"), "SMALL.ONNX");

    assertThatThrownBy(() -> new ArchiveWriter(archive).write(contents))
        .isInstanceOf(ChecksumMismatchException.class);
    assertThat(archive.getParent()).isEmptyDirectory();
  }

  @Test
  void otherBytesThanTheLockSaysAreNotImported() throws IOException {
    writeArchive(model, "SMALL.ONNX");

    assertThatThrownBy(() -> load(archive)).isInstanceOf(ChecksumMismatchException.class);
    assertNothingArrived();
  }

  @Test
  void moreBytesThanTheLockSaysAreNotImported() throws IOException {
    writeArchive(model, "small.onnx".repeat(1000));

    assertThatThrownBy(() -> load(archive)).isInstanceOf(ChecksumMismatchException.class);
    assertNothingArrived();
  }

  @Test
  void anArchiveThatLacksAFileIsInvalid() throws IOException {
    LockedFile file = model.files().get(0);
    LockedFile other = new LockedFile(file.role(), file.path(), "0".repeat(64), file.size());
    LockedModel wanted =
        new LockedModel(
            model.key(),
            model.variant(),
            model.source(),
            model.revision(),
            model.dimensions(),
            model.licence(),
            model.integrity(),
            List.of(other));
    writeArchive(wanted, "small.onnx");

    assertThatThrownBy(() -> load(archive))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("it holds no sha256/000");
  }

  @Test
  void aPathOutOfTheFolderInItsLockIsRefused() throws IOException {
    String lock =
        new String(LockFormat.write(ModelsLock.of(List.of(model))), StandardCharsets.UTF_8)
            .replace("path = \"small.onnx\"", "path = \"../small.onnx\"");
    writeArchive(lock.getBytes(StandardCharsets.UTF_8), "small.onnx");

    assertThatThrownBy(() -> load(archive))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("is not a safe relative path");
    assertThat(folder.resolve("to")).doesNotExist();
  }

  @Test
  void anyOtherFileIsNoArchive() throws IOException {
    Path text = Files.writeString(folder.resolve("text.zip"), "This is not a zip, as one can see.");

    assertThatThrownBy(() -> ArchiveReader.open(text))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("text.zip")
        .hasMessageContaining("models:export");
    assertThatThrownBy(() -> ArchiveReader.open(folder.resolve("absent.zip")))
        .isInstanceOf(InvalidFileException.class);
  }

  @Test
  void anArchiveThatWasCutOffIsRefused() throws IOException {
    new ArchiveWriter(archive).write(contents);
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(bytes, bytes.length - 30));

    assertThatThrownBy(() -> ArchiveReader.open(archive)).isInstanceOf(InvalidFileException.class);
  }

  @Test
  void aDirectoryThatWouldFillTheMemoryIsNotRead() throws IOException {
    Files.createDirectories(archive.getParent());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (int i = 0; i < 20_000; i++) {
        zip.putNextEntry(new ZipEntry("file-" + i));
        zip.closeEntry();
      }
    }

    assertThatThrownBy(() -> ArchiveReader.open(archive))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("directory is larger than 1 MiB");
  }

  private void assertNothingArrived() {
    assertThat(store().find(model)).isEmpty();
    assertThat(folder.resolve("to/cache/blobs/sha256")).isEmptyDirectory();
    assertThat(folder.resolve("to/cache/partial")).isEmptyDirectory();
  }

  private void writeArchive(LockedModel wanted, String content) throws IOException {
    writeArchive(LockFormat.write(ModelsLock.of(List.of(wanted))), content);
  }

  private void writeArchive(byte[] lock, String content) throws IOException {
    Files.createDirectories(archive.getParent());
    try (OutputStream output = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(output)) {
      zip.putNextEntry(new ZipEntry("models.lock"));
      zip.write(lock);
      zip.putNextEntry(new ZipEntry("sha256/" + model.files().get(0).sha256()));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
  }
}
