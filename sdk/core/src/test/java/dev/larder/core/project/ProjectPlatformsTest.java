package dev.larder.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.larder.api.LockOutOfDateException;
import dev.larder.core.catalog.Attestation;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelUse;
import dev.larder.core.store.InMemorySource;
import dev.larder.core.store.Installation;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectPlatformsTest {

  @TempDir private Path folder;

  private final InMemorySource source =
      new InMemorySource()
          .with("vnni.onnx", "for vnni")
          .with("arm64.onnx", "for arm64")
          .with("full.onnx", "for every processor");

  @Test
  void theDefaultIsChosenForThisMachine() {
    assertThat(prepare(Platform.X86_64_AVX512_VNNI)).containsExactly("vnni.onnx");
    assertThat(locked()).containsExactly("special for x86_64-avx512-vnni: vnni");
  }

  @Test
  void aMachineThatNoVariantIsMadeForGetsTheOneForAll() {
    assertThat(prepare(Platform.X86_64_AVX2)).containsExactly("full.onnx");
    assertThat(locked()).containsExactly("special for x86_64-avx2: full");
  }

  @Test
  void everyPlatformThatTheProjectNamesIsLockedAndOnlyThisMachinesIsFetched() {
    assertThat(prepare(Platform.X86_64_AVX2, Platform.ARM64, Platform.X86_64))
        .containsExactly("full.onnx");

    assertThat(locked()).containsExactly("special for x86_64: full", "special for arm64: arm64");
    assertThat(source.fetches).hasValue(1);
  }

  @Test
  void whatTheLockHasStaysAndThisMachinesComesToIt() {
    prepare(Platform.X86_64_AVX2);

    assertThat(prepare(Platform.ARM64)).containsExactly("arm64.onnx");
    assertThat(locked())
        .containsExactly("special for x86_64-avx2: full", "special for arm64: arm64");
    assertThat(prepare(Platform.X86_64_AVX2)).containsExactly("full.onnx");
  }

  @Test
  void aBetterProcessorUsesWhatIsLockedForALesserOne() {
    prepare(Platform.X86_64);

    assertThat(prepare(Platform.X86_64_AVX512_VNNI)).containsExactly("full.onnx");
    assertThat(locked()).containsExactly("special for x86_64: full");
  }

  @Test
  void aFrozenLockThatLacksThisMachineSaysWhichCommandAddsIt() {
    prepare(Platform.X86_64);

    assertThatExceptionOfType(LockOutOfDateException.class)
        .isThrownBy(
            () -> models().prepare(request(Optional.of("CI=true"), Platform.ARM64, List.of())))
        .withMessageContaining(
            "\"special\" is not locked for arm64, which mvn models:lock -Dmodels.platforms=arm64"
                + " does");
    assertThat(locked()).containsExactly("special for x86_64: full");
  }

  @Test
  void lockingAddsAPlatformWithoutFetching() {
    prepare(Platform.X86_64);

    LockUpdate update = locking().lock(request(Platform.X86_64, Platform.ARM64));

    assertThat(update.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.before()).isEmpty();
              assertThat(change.model().label()).isEqualTo("special for arm64");
            });
    assertThat(source.fetches).hasValue(1);
  }

  @Test
  void anUpdateKeepsThePlatformsOfTheLock() {
    prepare(Platform.X86_64, Platform.ARM64);

    locking().update(request(Platform.X86_64));

    assertThat(locked()).containsExactly("special for x86_64: full", "special for arm64: arm64");
  }

  @Test
  void atRunTimeTheLockDecidesAndWhatItLacksIsAnError() {
    prepare(Platform.X86_64_AVX2, Platform.ARM64);

    assertThat(resolver(Platform.ARM64).resolve("special").variant()).isEqualTo("arm64");
    assertThat(resolver(Platform.X86_64_AVX512_VNNI).resolve("special").variant())
        .isEqualTo("full");
    assertThatExceptionOfType(LockOutOfDateException.class)
        .isThrownBy(() -> resolver(Platform.X86_64).resolve("special"))
        .withMessage(
            """
            [Models/LockOutOfDate] models.lock has no "special" for this machine.
              This machine: x86_64
              Locked for: x86_64-avx2, arm64
              To fix: run mvn models:lock -Dmodels.platforms=x86_64 in the project and commit the lock
              More: docs/errors/LockOutOfDate.md""");
  }

  @Test
  void whoNamesAVariantGetsItOnEveryMachine() {
    models().prepare(request(Optional.empty(), Platform.X86_64, List.of(), "special:arm64"));

    assertThat(locked()).containsExactly("special:arm64: arm64");
  }

  @Test
  void anAliasOfTheModelDependsOnThePlatformAndOneOfAVariantDoesNot() {
    assertThat(catalog().select("its-default").dependsOnPlatform()).isTrue();
    assertThat(catalog().select("its-vnni").dependsOnPlatform()).isFalse();
    assertThat(catalog().select("its-vnni").key().text()).isEqualTo("special:vnni");
  }

  @Test
  void aLockOfTheApplicationGoesBeforeThoseOfItsLibrariesForEveryPlatform() {
    prepare(Platform.X86_64);
    ModelsLock own = new LockFile(lock()).read();
    prepare(Platform.ARM64);

    assertThat(ModelsLock.joining(List.of(own, new LockFile(lock()).read()))).isEqualTo(own);
  }

  private List<String> prepare(Platform machine, Platform... named) {
    return models().prepare(request(machine, named)).installations().stream()
        .map(Installation::model)
        .map(model -> model.files().get(0).path())
        .toList();
  }

  private List<String> locked() {
    return new LockFile(lock())
        .read().models().stream()
            .map(model -> "%s: %s".formatted(model.label(), model.variant()))
            .toList();
  }

  private ModelResolver resolver(Platform machine) {
    return new ModelResolver(catalog(), new LockFile(lock()).read(), machine);
  }

  private Path lock() {
    return folder.resolve("project/models.lock");
  }

  private ProjectModels models() {
    return new ProjectModels(catalog(), store(), source::asFetchers, TransferListener.SILENT);
  }

  private ProjectLocking locking() {
    return new ProjectLocking(catalog(), store(), source::asFetchers);
  }

  private ModelStore store() {
    return new ModelStore(new StoreLayout(folder.resolve("store")));
  }

  private ProjectRequest request(Platform machine, Platform... named) {
    return request(Optional.empty(), machine, Arrays.asList(named), "special");
  }

  private ProjectRequest request(
      Optional<String> frozenBy, Platform machine, List<Platform> named) {
    return request(frozenBy, machine, named, "special");
  }

  private ProjectRequest request(
      Optional<String> frozenBy, Platform machine, List<Platform> named, String selector) {
    return new ProjectRequest(
        "com.acme:shop",
        Declarations.of(
            List.of(
                Manifest.of(List.of(new ModelUse(selector, Task.EMBEDDING, "com.acme.Search"))))),
        lock(),
        frozenBy,
        LicencePolicy.none(),
        new ProjectPlatforms(machine, named));
  }

  private Catalog catalog() {
    CatalogModel model =
        new CatalogModel(
            "special",
            Map.of("its-vnni", "vnni"),
            "For tests",
            Task.EMBEDDING,
            8,
            List.of(),
            true,
            "",
            "",
            false,
            List.of(
                variant("vnni", Platform.X86_64_AVX512_VNNI),
                variant("arm64", Platform.ARM64),
                variant("full", null)));
    return Catalog.of(List.of(model))
        .with(List.of(), Map.of("its-default", Selector.parse("special")));
  }

  private Variant variant(String id, @Nullable Platform platform) {
    String file = id + ".onnx";
    return new Variant(
        id,
        "onnx",
        id,
        "bert",
        128,
        Pooling.MEAN,
        "MIT",
        Source.parse("hf:somebody/special"),
        InMemorySource.COMMIT,
        Attestation.MULTIPLE,
        platform,
        List.of(new ModelFile(FileRole.MODEL, file, source.digest(file), null, source.size(file))));
  }
}
