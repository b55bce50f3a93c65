package dev.larder.examples.projections;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Texts in an index of Apache Lucene, found by their vectors. */
final class VectorIndex implements AutoCloseable {

  private static final String VECTOR = "vector";
  private static final String TEXT = "text";

  private final EmbeddingEngine engine;
  private final Directory directory;
  private final DirectoryReader reader;

  private VectorIndex(EmbeddingEngine engine, Directory directory, DirectoryReader reader) {
    this.engine = engine;
    this.directory = directory;
    this.reader = reader;
  }

  // snippet: index
  /** An index of texts in memory, by the vectors of an engine, projected or not. */
  static VectorIndex of(EmbeddingEngine engine, List<String> texts) throws IOException {
    Directory directory = new ByteBuffersDirectory();
    List<Embedding> embeddings = engine.embedAll(texts, TextRole.DOCUMENT);
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < texts.size(); i++) {
        Document document = new Document();
        document.add(new StoredField(TEXT, texts.get(i)));
        document.add(
            new KnnFloatVectorField(
                VECTOR, embeddings.get(i).vector(), VectorSimilarityFunction.COSINE));
        writer.addDocument(document);
      }
    }
    return new VectorIndex(engine, directory, DirectoryReader.open(directory));
  }

  // end of snippet

  /** The texts nearest to a query, nearest first. */
  List<String> search(String query, int most) throws IOException {
    float[] vector = engine.embed(query, TextRole.QUERY).vector();
    IndexSearcher searcher = new IndexSearcher(reader);
    StoredFields fields = searcher.storedFields();
    List<String> found = new ArrayList<>();
    for (ScoreDoc hit :
        searcher.search(new KnnFloatVectorQuery(VECTOR, vector, most), most).scoreDocs) {
      found.add(fields.document(hit.doc).get(TEXT));
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
