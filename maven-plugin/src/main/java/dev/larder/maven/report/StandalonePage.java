package dev.larder.maven.report;

import dev.larder.core.file.AtomicFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A page that needs no site around it.
 *
 * @param file where it will be
 */
public record StandalonePage(Path file) {

  /** Writes the page, replacing what is there. */
  public void write(ModelsPage page) throws IOException {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter html = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new Html(html).write(page.sections());
      html.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    AtomicFile.ofProject(file).write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
