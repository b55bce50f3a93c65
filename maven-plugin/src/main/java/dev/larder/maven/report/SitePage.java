package dev.larder.maven.report;

import java.util.List;
import org.apache.maven.doxia.sink.Sink;

/**
 * A page of a project's site.
 *
 * @param sink takes the page; closed in the end
 */
public record SitePage(Sink sink) {

  /** Writes the page. */
  public void write(ModelsPage page) {
    List<Section> sections = page.sections();
    sink.head();
    sink.title();
    sink.text(sections.get(0).heading());
    sink.title_();
    sink.head_();
    sink.body();
    int level = Sink.SECTION_LEVEL_1;
    for (Section section : sections) {
      write(section, level);
      level = Sink.SECTION_LEVEL_2;
    }
    sink.body_();
    sink.flush();
    sink.close();
  }

  private void write(Section section, int level) {
    sink.section(level, null);
    sink.sectionTitle(level, null);
    sink.text(section.heading());
    sink.sectionTitle_(level);
    for (String paragraph : section.paragraphs()) {
      sink.paragraph();
      sink.text(paragraph);
      sink.paragraph_();
    }
    if (!section.table().rows().isEmpty()) {
      write(section.table());
    }
    sink.section_(level);
  }

  private void write(Table table) {
    sink.table();
    sink.tableRows(null, false);
    sink.tableRow();
    for (String heading : table.headings()) {
      sink.tableHeaderCell();
      sink.text(heading);
      sink.tableHeaderCell_();
    }
    sink.tableRow_();
    for (List<String> row : table.rows()) {
      sink.tableRow();
      row.forEach(this::writeCell);
      sink.tableRow_();
    }
    sink.tableRows_();
    sink.table_();
  }

  private void writeCell(String text) {
    sink.tableCell();
    for (String part : Table.breakable(text)) {
      sink.text(part);
      if (part.endsWith(Table.BREAK)) {
        sink.lineBreakOpportunity();
      }
    }
    sink.tableCell_();
  }
}
