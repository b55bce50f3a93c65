package dev.larder.maven.report;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A page as HTML in the syntax of XML, which the writer escapes. */
record Html(XMLStreamWriter writer) {

  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; }
      body { max-width: 80rem; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; margin: 1rem 0; }
      th, td { border: 1px solid #ccc; padding: .3rem .6rem; text-align: left; }
      th { background: #f3f3f3; }
      td:nth-child(n+4) { overflow-wrap: anywhere; }
      """;

  void write(List<Section> sections) throws XMLStreamException {
    writer.writeDTD("<!DOCTYPE html>");
    writer.writeStartElement("html");
    writer.writeAttribute("lang", "en");
    writer.writeStartElement("head");
    writer.writeEmptyElement("meta");
    writer.writeAttribute("charset", "UTF-8");
    write("title", sections.get(0).heading());
    write("style", STYLE);
    writer.writeEndElement();
    writer.writeStartElement("body");
    String heading = "h1";
    for (Section section : sections) {
      write(heading, section);
      heading = "h2";
    }
    writer.writeEndElement();
    writer.writeEndElement();
    writer.writeEndDocument();
  }

  private void write(String heading, Section section) throws XMLStreamException {
    writer.writeStartElement("section");
    write(heading, section.heading());
    for (String paragraph : section.paragraphs()) {
      write("p", paragraph);
    }
    if (!section.table().rows().isEmpty()) {
      write(section.table());
    }
    writer.writeEndElement();
  }

  private void write(Table table) throws XMLStreamException {
    writer.writeStartElement("table");
    writeRow("th", table.headings());
    for (List<String> row : table.rows()) {
      writeRow("td", row);
    }
    writer.writeEndElement();
  }

  private void writeRow(String element, List<String> cells) throws XMLStreamException {
    writer.writeStartElement("tr");
    for (String cell : cells) {
      writer.writeStartElement(element);
      for (String part : Table.breakable(cell)) {
        writer.writeCharacters(part);
        if (part.endsWith(Table.BREAK)) {
          writer.writeEmptyElement("wbr");
        }
      }
      writer.writeEndElement();
    }
    writer.writeEndElement();
  }

  private void write(String element, String text) throws XMLStreamException {
    writer.writeStartElement(element);
    writer.writeCharacters(text);
    writer.writeEndElement();
  }
}
