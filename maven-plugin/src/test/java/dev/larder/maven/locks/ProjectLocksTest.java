package dev.larder.maven.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Selector;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.lock.Scope;
import dev.larder.core.project.LockFile;
import dev.larder.core.store.WantedModel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLocksTest {

  @TempDir private Path folder;

  private final LockedModel model =
      WantedModel.of(Catalog.builtIn().select("minilm")).exactly().orElseThrow();

  @Test
  void whatIsLockedUnderTwoKeysAndInTwoProjectsIsThereOnce() {
    Path one = folder.resolve("one.lock");
    Path two = folder.resolve("two.lock");
    Selector longKey = Selector.parse("minilm:" + model.variant());
    new LockFile(one).write(ModelsLock.of(List.of(model, model.as(longKey))));
    new LockFile(two).write(ModelsLock.of(List.of(model)));

    assertThat(new ProjectLocks(List.of(one, two)).models())
        .extracting(locked -> locked.key().text())
        .containsExactly("minilm:%s@%s".formatted(model.variant(), model.revision()));
  }

  @Test
  void whatOnlyTestsNeedIsNotOfTheApplicationUnlessAnotherProjectNeedsIt() {
    Path one = folder.resolve("one.lock");
    Path two = folder.resolve("two.lock");
    new LockFile(one).write(ModelsLock.of(List.of(model.in(Scope.TEST))));
    new LockFile(two).write(ModelsLock.of(List.of(model)));

    assertThat(new ProjectLocks(List.of(one)).ofApplication()).isEmpty();
    assertThat(new ProjectLocks(List.of(one)).models()).hasSize(1);
    assertThat(new ProjectLocks(List.of(one, two)).models()).hasSize(1);
    assertThat(new ProjectLocks(List.of(one, two)).ofApplication()).hasSize(1);
  }

  @Test
  void theFirstProjectThatLocksAModelSaysWhatItsNameMeans() {
    Path absent = folder.resolve("absent.lock");
    Path one = folder.resolve("one.lock");
    Path two = folder.resolve("two.lock");
    LockedModel other =
        WantedModel.of(Catalog.builtIn().select("minilm:onnx-int8"))
            .exactly()
            .orElseThrow()
            .as(model.key());
    new LockFile(one).write(ModelsLock.of(List.of(other)));
    new LockFile(two).write(ModelsLock.of(List.of(model)));

    assertThat(new ProjectLocks(List.of(absent, one, two)).lock().models()).containsExactly(other);
  }

  @Test
  void aProjectWithoutLockLocksNothing() {
    assertThat(new ProjectLocks(List.of(folder.resolve("absent.lock"))).models()).isEmpty();
  }
}
