package dev.larder.its.benchmarks.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RealModelsTest {

  @ParameterizedTest
  @EnumSource
  void theCatalogKnowsTheModel(RealModel model) {
    assertThat(Catalog.builtIn().select(model.selector()).variant().files())
        .extracting(file -> model.entry(file.role()))
        .allSatisfy(entry -> assertThat(RealModelsTest.class.getResource(entry)).isNotNull());
  }

  @Test
  void filesOfTheClassPathComeIntoTheStore(@TempDir Path store) {
    InstalledModel installed = new RealModels(store).install(RealModel.MINILM_INT8);

    assertThat(installed.file(FileRole.MODEL)).isRegularFile().startsWithRaw(store);
  }
}
