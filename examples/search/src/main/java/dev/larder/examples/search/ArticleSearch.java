package dev.larder.examples.search;

import dev.larder.api.Dimensions;
import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.api.UsesModel;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;

/** Finds articles by what they say. Safe for use by many threads at once. */
// snippet: service
@Singleton
public final class ArticleSearch {

  private final EmbeddingEngine engine;
  private final IndexWriter index;
  private final SearcherManager searchers;

  @Inject
  ArticleSearch(
      @UsesModel("handbook-embed") @Dimensions(384) EmbeddingEngine engine, IndexWriter index)
      throws IOException {
    this.engine = engine;
    this.index = index;
    this.searchers = new SearcherManager(index, null);
  }

  public void add(List<Article> articles) throws IOException {
    List<Embedding> embeddings =
        engine.embedAll(articles.stream().map(Article::text).toList(), TextRole.DOCUMENT);
    for (int i = 0; i < articles.size(); i++) {
      Document document = new Document();
      document.add(new StringField("title", articles.get(i).title(), Store.YES));
      document.add(
          new KnnFloatVectorField(
              "text", embeddings.get(i).vector(), VectorSimilarityFunction.COSINE));
      index.updateDocument(new Term("title", articles.get(i).title()), document);
    }
    index.commit();
    searchers.maybeRefreshBlocking();
  }

  public List<Hit> search(String query, int most) throws IOException {
    Embedding wanted = engine.embed(query, TextRole.QUERY);
    IndexSearcher searcher = searchers.acquire();
    try {
      List<Hit> hits = new ArrayList<>();
      KnnFloatVectorQuery nearest = new KnnFloatVectorQuery("text", wanted.vector(), most);
      for (ScoreDoc found : searcher.search(nearest, most).scoreDocs) {
        String title = searcher.storedFields().document(found.doc).get("title");
        hits.add(new Hit(title, found.score));
      }
      return hits;
    } finally {
      searchers.release(searcher);
    }
  }
}
// end of snippet
