package dev.larder.maven.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.doxia.module.xhtml5.Xhtml5Sink;

/**
 * A page that needs no site around it.
 *
 * @param file where it will be
 */
public record StandalonePage(Path file) {

  private static final String STYLE =
      """
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; margin: 1rem 0; }
      th, td { border: 1px solid #ccc; padding: .3rem .6rem; text-align: left; overflow-wrap: anywhere; }
      th { background: #f3f3f3; white-space: nowrap; }
      </style>
      """;

  /** Writes the page, replacing what is there. */
  public void write(ModelsPage page) throws IOException {
    StringWriter html = new StringWriter();
    page.write(new StyledSink(html));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, html.toString());
  }

  /** Doxia drops what a page itself puts into its head. */
  private static final class StyledSink extends Xhtml5Sink {

    StyledSink(Writer writer) {
      super(writer, "UTF-8", "en");
    }

    @Override
    public void head_() {
      write(StandalonePage.STYLE);
      super.head_();
    }
  }
}
