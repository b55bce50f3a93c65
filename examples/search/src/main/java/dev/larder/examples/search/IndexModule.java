package dev.larder.examples.search;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** Keeps the index in a folder. */
public final class IndexModule extends AbstractModule {

  private final Path folder;

  public IndexModule(Path folder) {
    this.folder = folder;
  }

  @Provides
  @Singleton
  @SuppressWarnings("CloseableProvides") // The service closes it when it ends.
  IndexWriter index() throws IOException {
    return new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig());
  }
}
