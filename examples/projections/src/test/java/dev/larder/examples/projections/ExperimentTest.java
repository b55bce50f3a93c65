package dev.larder.examples.projections;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.larder.api.EmbeddingEngine;
import dev.larder.projections.Figures;
import dev.larder.projections.training.TrainingListener;
import dev.larder.testkit.FakeModels;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentTest {

  @TempDir private Path folder;

  @Test
  void whatIsLearnedIsFoundByLucene() throws Exception {
    Experiment experiment = new Experiment(folder);
    Injector injector =
        Guice.createInjector(FakeModels.module(), new SemanticModule(experiment.folder()));
    EmbeddingEngine lexical = injector.getInstance(FakeModels.class).embedding("tiny");

    Figures figures =
        experiment.learn(lexical, ProjectionsExample.recipe(), TrainingListener.SILENT).figures();
    EmbeddingEngine semantic = injector.getInstance(TopicSearch.class).engine();

    assertThat(figures.after().at10() - figures.before().at10()).isGreaterThan(0.5);
    assertThat(experiment.precision(semantic) - experiment.precision(lexical)).isGreaterThan(0.5);
  }
}
