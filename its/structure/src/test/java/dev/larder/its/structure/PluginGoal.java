package dev.larder.its.structure;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A goal as Maven knows it.
 *
 * @param name without the prefix
 * @param defaults the default of each parameter that people set, empty where it has none; by its
 *     user property, or by its name where it has no property
 * @param undocumented parameters without description or version
 */
record PluginGoal(String name, Map<String, String> defaults, List<String> undocumented) {

  private static final String DESCRIPTOR = "/META-INF/maven/plugin.xml";

  /** Every goal of the plugin on the class path. */
  static List<PluginGoal> all() throws IOException {
    try (InputStream descriptor = PluginGoal.class.getResourceAsStream(DESCRIPTOR)) {
      Element plugin =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(descriptor)
              .getDocumentElement();
      return elements(plugin, "mojo").stream().map(PluginGoal::of).toList();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(DESCRIPTOR, e);
    }
  }

  private static PluginGoal of(Element mojo) {
    Element configuration = elements(mojo, "configuration").get(0);
    Map<String, String> defaults = new TreeMap<>();
    List<String> undocumented = new ArrayList<>();
    for (Element parameter : elements(mojo, "parameter")) {
      String name = text(parameter, "name");
      if (text(parameter, "editable").equals("true")) {
        List<Element> values = elements(configuration, name);
        String property =
            values.isEmpty() ? "" : values.get(0).getTextContent().replaceAll("^\\$\\{|\\}$", "");
        defaults.put(
            property.isEmpty() ? name : property,
            values.isEmpty() ? "" : values.get(0).getAttribute("default-value"));
        if (text(parameter, "description").isBlank() || text(parameter, "since").isBlank()) {
          undocumented.add(name);
        }
      }
    }
    return new PluginGoal(text(mojo, "goal"), defaults, undocumented);
  }

  private static String text(Element parent, String name) {
    List<Element> found = elements(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }

  /** All below an element, in their order. */
  private static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }
}
