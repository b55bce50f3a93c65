package dev.larder.examples.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.util.Modules;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.TextRole;
import dev.larder.guice.ModelsModule;
import dev.larder.testkit.FakeModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With fakes: no model, no native code, no store. */
class ArticleSearchTest {

  private static final Article BREAD = new Article("Bread", "dough has to rise for an hour");
  private static final Article TRAINS = new Article("Trains", "the last train leaves at ten");

  @Test
  void findsTheArticleThatSaysTheSame(@TempDir Path folder) throws IOException {
    // snippet: fake
    Injector injector =
        Guice.createInjector(
            Modules.override(new ModelsModule(), new IndexModule(folder))
                .with(FakeModels.module()));
    ArticleSearch search = injector.getInstance(ArticleSearch.class);
    search.add(List.of(BREAD, TRAINS));

    assertThat(search.search("when does the last train leave?", 1))
        .extracting(Hit::title)
        .containsExactly("Trains");
    assertThat(injector.getInstance(FakeModels.class).embedding("handbook-embed").calls())
        .contains(EmbeddingRequest.of(List.of(BREAD.text(), TRAINS.text()), TextRole.DOCUMENT));
    // end of snippet
  }

  @Test
  void anArticleOfTheSameTitleReplacesAnother(@TempDir Path folder) throws IOException {
    ArticleSearch search =
        Guice.createInjector(FakeModels.module(), new IndexModule(folder))
            .getInstance(ArticleSearch.class);
    search.add(List.of(BREAD, TRAINS));
    search.add(List.of(new Article("Bread", "the last train leaves at eleven")));

    assertThat(search.search("the last train leaves at eleven", 5))
        .extracting(Hit::title)
        .containsExactly("Bread", "Trains");
  }
}
