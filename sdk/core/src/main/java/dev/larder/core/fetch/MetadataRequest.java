package dev.larder.core.fetch;

import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files of which more has to be known.
 *
 * @param model what they are needed for, for messages
 * @param source where they are
 * @param revision which commit, branch or tag; null for the source's newest
 * @param files the files, with what is known of them
 */
public record MetadataRequest(
    String model, Source source, @Nullable String revision, List<ModelFile> files) {

  public MetadataRequest {
    files = List.copyOf(files);
  }
}
