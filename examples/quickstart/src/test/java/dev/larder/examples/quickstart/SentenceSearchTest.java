package dev.larder.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.larder.testkit.FakeModels;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSearchTest {

  /** A fake engine needs no model, no native code and no store. */
  @Test
  void findsTheSentenceThatSaysTheSame() {
    // snippet: fake
    SentenceSearch search =
        Guice.createInjector(FakeModels.module()).getInstance(SentenceSearch.class);
    // end of snippet
    search.add(List.of("The sea was calm", "Rent is due in May", "A cache saves time"));

    List<SentenceSearch.Hit> hits = search.search("The sea was calm", 2);

    assertThat(hits).hasSize(2);
    assertThat(hits.get(0).sentence()).isEqualTo("The sea was calm");
    assertThat(hits.get(0).score()).isGreaterThan(hits.get(1).score());
  }
}
