package dev.larder.its.faults;

import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import dev.larder.core.lock.Integrity;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.testkit.hub.Content;
import dev.larder.testkit.hub.HubRepository;
import dev.larder.testkit.hub.StandInHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A model of three files on a stand-in hub, and its lock. */
final class ModelOnHub {

  private static final String REPOSITORY = "acme/model";

  final Content network;
  final LockedModel locked;

  private ModelOnHub(Content network, LockedModel locked) {
    this.network = network;
    this.locked = locked;
  }

  /** Puts the model onto the hub, with a network of so many bytes. */
  static ModelOnHub on(StandInHub hub, long networkBytes) {
    Content network = Content.seeded(7, networkBytes);
    Content data = Content.seeded(8, networkBytes / 8);
    Content tokenizer = Content.of("{\"model\": {}}");
    HubRepository repository =
        hub.repository(REPOSITORY)
            .largeFile("model.onnx", network)
            .largeFile("model.onnx_data", data)
            .file("tokenizer.json", tokenizer);
    return new ModelOnHub(
        network,
        new LockedModel(
            Selector.parse("acme"),
            "onnx-fp32",
            Source.parse("hf:" + REPOSITORY),
            repository.commit(),
            8,
            "MIT",
            Integrity.CATALOG,
            List.of(
                file(FileRole.MODEL, "model.onnx", network),
                file(FileRole.DATA, "model.onnx_data", data),
                file(FileRole.TOKENIZER, "tokenizer.json", tokenizer))));
  }

  private static LockedFile file(FileRole role, String path, Content content) {
    return new LockedFile(role, path, content.sha256(), content.length());
  }

  void writeLock(Path file) throws IOException {
    Files.write(file, LockFormat.write(ModelsLock.of(List.of(locked))));
  }

  List<String> paths() {
    return locked.files().stream().map(LockedFile::path).toList();
  }
}
