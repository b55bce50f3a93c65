package dev.larder.examples.search;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.larder.core.Models;
import dev.larder.guice.ModelsModule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.IndexWriter;

/** Answers each line of standard input with the titles of the nearest articles. */
public final class SearchService {

  private static final int MOST = 3;

  private SearchService() {}

  /**
   * Runs until there is no more input.
   *
   * @param arguments the folder of the index
   */
  public static void main(String[] arguments) throws IOException {
    // snippet: start
    Injector injector =
        Guice.createInjector(new ModelsModule(), new IndexModule(Path.of(arguments[0])));
    try (Models models = injector.getInstance(Models.class);
        IndexWriter index = injector.getInstance(IndexWriter.class)) {
      ArticleSearch search = injector.getInstance(ArticleSearch.class);
      models.warmUp();
      if (index.getDocStats().numDocs == 0) {
        search.add(handbook());
      }
      answer(search);
    }
    // end of snippet
  }

  private static void answer(ArticleSearch search) throws IOException {
    BufferedReader queries =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String query = queries.readLine(); query != null; query = queries.readLine()) {
      for (Hit hit : search.search(query, MOST)) {
        System.out.printf(Locale.ROOT, "%.2f  %s%n", hit.score(), hit.title());
      }
    }
  }

  /** One article a line: its title, a tab, and what it says. */
  private static List<Article> handbook() throws IOException {
    try (InputStream input = SearchService.class.getResourceAsStream("/handbook.tsv")) {
      if (input == null) {
        throw new IOException("handbook.tsv is not on the class path");
      }
      return new String(input.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", 2))
          .map(fields -> new Article(fields[0], fields[1]))
          .toList();
    }
  }
}
