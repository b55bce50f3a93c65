package dev.larder.maven.locking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import dev.larder.core.format.JsonWriter;
import dev.larder.core.lock.Integrity;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.lock.Scope;
import dev.larder.core.project.LockUpdate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockedTest {

  private static final Path LOCK = Path.of("models.lock");

  @Test
  void showsWhatCameWentAndMoved() {
    Locked locked =
        new Locked(
            new LockUpdate(
                lock(model("gone", "1"), model("moved", "1"), model("same", "1")),
                lock(model("came", "1"), model("moved", "2"), model("same", "1"))),
            LOCK);

    assertThat(locked.lines())
        .containsExactly(
            "+ came: onnx-fp32, 1, 25.0 MB",
            "- gone: no longer declared",
            "~ moved: onnx-fp32, 2, 25.0 MB instead of onnx-fp32, 1, 25.0 MB",
            "Locked in models.lock");
  }

  @Test
  void showsThatAModelHasBecomeOneOfTheTests() {
    Locked locked =
        new Locked(
            new LockUpdate(lock(model("same", "1")), lock(model("same", "1").in(Scope.TEST))),
            LOCK);

    assertThat(locked.lines())
        .contains("~ same: onnx-fp32, 1, 25.0 MB, for tests only instead of onnx-fp32, 1, 25.0 MB");
  }

  @Test
  void theJsonHasBothSidesOfAChange() {
    Locked locked = new Locked(new LockUpdate(lock(), lock(model("came", "1"))), LOCK);

    assertThat(new String(JsonWriter.write(locked::writeJson), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {
              "lock": "models.lock",
              "changes": [
                {
                  "model": "came",
                  "platform": null,
                  "before": null,
                  "after": {
                    "variant": "onnx-fp32",
                    "revision": "1",
                    "size": 25000000,
                    "licence": "MIT",
                    "scope": "application"
                  }
                }
              ]
            }
            """);
  }

  @Test
  void anUnchangedLockIsUpToDate() {
    ModelsLock lock = lock(model("same", "1"));

    assertThat(new Locked(new LockUpdate(lock, lock), LOCK).lines())
        .containsExactly("models.lock is up to date");
  }

  private static ModelsLock lock(LockedModel... models) {
    return ModelsLock.of(List.of(models));
  }

  private static LockedModel model(String name, String revision) {
    return new LockedModel(
        Selector.parse(name),
        "onnx-fp32",
        Source.parse("hf:acme/model"),
        revision,
        8,
        "MIT",
        Integrity.CATALOG,
        List.of(new LockedFile(FileRole.MODEL, "model.onnx", "a".repeat(64), 25_000_000)));
  }
}
