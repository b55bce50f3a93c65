package dev.larder.maven;

import dev.larder.core.catalog.Catalog;
import dev.larder.maven.progress.Progress;
import dev.larder.maven.progress.Style;
import dev.larder.maven.progress.Surroundings;
import dev.larder.maven.progress.TermsNotice;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that brings files into the store, and tells how they come. */
abstract class TransferringMojo extends PolicyMojo {

  /**
   * How downloads are shown: auto, plain or none. With auto there is a bar on a terminal, lines
   * elsewhere, and nothing where Maven was told not to show transfers. That another build is waited
   * for is told in any case.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.progress", defaultValue = "auto")
  private String progress;

  private @Nullable TermsNotice terms;

  /** Names the terms of models, each once. */
  final TermsNotice terms() {
    if (terms == null) {
      terms = new TermsNotice(Catalog::builtIn, getLog()::info);
    }
    return terms;
  }

  final Progress progress() throws MojoExecutionException {
    try {
      return Style.of(progress, Surroundings.of(session(), getLog()))
          .progress(terms(), getLog()::info);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }
}
