package eu.policyadvisor.inventory;

import eu.policyadvisor.problem.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A CycloneDX file in XML as the tree that it would be in JSON.
 *
 * <p>Document types are refused before anything is made of them, so that no entity is ever expanded
 * and nothing is fetched or read from disk.
 */
final class XmlSource implements TreeSource {
  /** The namespaces of CycloneDX, up to the version. */
  static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";

  /** Elements that hold entries of a list, as JSON has it. */
  private static final Set<String> LISTS = Set.copyOf(Words.of("cyclonedx.lists"));

  private final Window window;
  private final XMLStreamReader reader;
  private final XmlPlaces places;

  XmlSource(InputStream in) throws IOException, Malformed {
    window = new Window(in);
    places = new XmlPlaces(window);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      reader = factory.createXMLStreamReader(window);
    } catch (XMLStreamException e) {
      throw fault(e);
    }
  }

  @Override
  public void read(Sink sink) throws IOException, Malformed {
    try {
      toRoot();
      root(sink);
      while (reader.hasNext()) {
        reader.next();
      }
    } catch (XMLStreamException e) {
      throw fault(e);
    } finally {
      close();
    }
  }

  private void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private Malformed fault(XMLStreamException fault) throws IOException {
    for (Throwable cause = fault; cause != null; cause = nested(cause)) {
      if (cause instanceof CharacterCodingException) {
        return new Malformed(window.advance(window.end()), "is not UTF-8 text; save it as UTF-8");
      } else if (cause instanceof IOException io) {
        throw io;
      }
    }
    String message = String.valueOf(fault.getMessage());
    Place at = window.advance(window.start());
    if (message.contains("was referenced, but not declared")) {
      return new Malformed(
          at, "an entity is used after this; entities are refused, write the text out");
    } else if (message.contains("must start and end within the same entity")
        || message.contains("Premature end")) {
      return new Malformed(
          window.advance(window.end()),
          "the XML ends here, in the midst of something; is it cut off?");
    } else if (message.contains("JAXP0001")) {
      return new Malformed(at, "holds more than is read of one XML file");
    }
    return new Malformed(at, "is not well-formed XML after this: " + sentence(message));
  }

  private static @Nullable Throwable nested(Throwable fault) {
    return fault instanceof XMLStreamException xml && xml.getNestedException() != null
        ? xml.getNestedException()
        : fault.getCause();
  }

  private static String sentence(String message) {
    int at = message.indexOf("Message: ");
    String sentence = at < 0 ? message : message.substring(at + "Message: ".length());
    return StatedText.clean(sentence.lines().findFirst().orElse(""));
  }

  private void toRoot() throws XMLStreamException, Malformed {
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.DTD) {
        throw new Malformed(
            places.documentType(),
            "has a document type (<!DOCTYPE ...>), which is refused: nothing of it is read or"
                + " fetched; remove it");
      }
    }
  }

  private void root(Sink sink) throws XMLStreamException, Malformed {
    String namespace = String.valueOf(reader.getNamespaceURI());
    places.tag(name());
    if (!reader.getLocalName().equals("bom") || !namespace.startsWith(NAMESPACE)) {
      throw new Malformed(
          places.begin(),
          "is XML but no CycloneDX file, whose root is <bom xmlns=\"" + NAMESPACE + "1.6\">");
    }
    Tree.Text version =
        attribute("specVersion", namespace.substring(NAMESPACE.length()), Pointer.ROOT);
    attributes(Pointer.ROOT).forEach(sink::entry);
    sink.entry(new Tree.Entry("specVersion", version.at(), version));
    Set<String> seen = new HashSet<>();
    while (nextIsElement()) {
      String key = reader.getLocalName();
      Tree.Entry entry = element(Pointer.ROOT.child(key), key, "bom", 2, sink);
      if (seen.add(key)) {
        sink.entry(entry);
      } else {
        sink.twice(entry);
      }
    }
  }

  /** Whether an element comes next; false at the end of the one that holds it. */
  private boolean nextIsElement() throws XMLStreamException {
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (isOurs()) {
            return true;
          }
          passForeign();
        }
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        default -> {
          // Comments, blanks and text between elements say nothing.
        }
      }
    }
  }

  /** CycloneDX lets elements of other name spaces stand anywhere, signatures for one. */
  private boolean isOurs() {
    return String.valueOf(reader.getNamespaceURI()).startsWith(NAMESPACE);
  }

  private void passForeign() throws XMLStreamException {
    places.tag(name());
    pass();
  }

  private String name() {
    String prefix = reader.getPrefix();
    return prefix == null || prefix.isEmpty()
        ? reader.getLocalName()
        : prefix + ":" + reader.getLocalName();
  }

  private List<Tree.Entry> attributes(Pointer path) {
    List<Tree.Entry> entries = new ArrayList<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = reader.getAttributeLocalName(i);
      String prefix = reader.getAttributePrefix(i);
      if (prefix == null || prefix.isEmpty()) {
        Tree.Text value = attribute(name, reader.getAttributeValue(i), path);
        entries.add(new Tree.Entry(name, value.at(), value));
      }
    }
    return entries;
  }

  private Tree.Text attribute(String name, String value, Pointer path) {
    XmlPlaces.Written written = places.attribute(name, value);
    return new Tree.Text(value, written.text(), path.child(name), written.at());
  }

  /** The element that the reader has come to, to its end. */
  private Tree.Entry element(Pointer path, String key, String holder, int depth, Sink sink)
      throws XMLStreamException, Malformed {
    places.tag(name());
    Place begin = places.begin();
    Span keyAt = Span.of(begin.line(), begin.column(), name());
    if (depth > MAX_DEPTH) {
      throw new Malformed(begin, "is nested deeper than " + MAX_DEPTH + " levels");
    } else if (sink.passes(path)) {
      pass();
      return new Tree.Entry(key, keyAt, new Tree.Passed(path, keyAt));
    } else if (isList(key, holder)) {
      places.close();
      return new Tree.Entry(key, keyAt, items(path, keyAt, key, depth, sink));
    }
    List<Tree.Entry> entries = attributes(path);
    places.close();
    return new Tree.Entry(key, keyAt, content(path, keyAt, key, depth, sink, entries));
  }

  private static boolean isList(String key, String holder) {
    return LISTS.contains(key) || key.equals("data") && holder.equals("service");
  }

  private Tree items(Pointer path, Span at, String key, int depth, Sink sink)
      throws XMLStreamException, Malformed {
    boolean out = sink.handsOut(path);
    List<Tree> items = new ArrayList<>();
    for (int i = 0; nextIsElement(); i++) {
      String name = reader.getLocalName();
      Tree item = element(path.child(i), name, key, depth + 1, sink).value();
      if (key.equals("licenses")) {
        // In JSON an entry says by a key what it is.
        Tree.Entry entry = new Tree.Entry(name, item.at(), item);
        item = new Tree.Fields(List.of(entry), item.path(), item.at());
      }
      if (out) {
        sink.item(item);
      } else {
        items.add(item);
      }
    }
    return out ? new Tree.Passed(path, at) : new Tree.Items(items, path, at);
  }

  private Tree content(
      Pointer path, Span at, String key, int depth, Sink sink, List<Tree.Entry> attributes)
      throws XMLStreamException, Malformed {
    Map<String, List<Tree.Entry>> children = new LinkedHashMap<>();
    Tree.Text text = new Tree.Text("", "", path, at);
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.isStartElement() && !isOurs()) {
        passForeign();
      } else if (reader.isStartElement()) {
        String name = reader.getLocalName();
        int before = children.getOrDefault(name, List.of()).size();
        Pointer child = before == 0 ? path.child(name) : path.child(name).child(before);
        children
            .computeIfAbsent(name, any -> new ArrayList<>())
            .add(element(child, name, key, depth + 1, sink));
      } else if (reader.isCharacters() && !reader.isWhiteSpace()) {
        XmlPlaces.Written written = places.text(reader.getText());
        text = new Tree.Text(reader.getText().strip(), written.text(), path, written.at());
      }
    }
    if (children.isEmpty() && attributes.isEmpty()) {
      return text;
    }
    List<Tree.Entry> entries = new ArrayList<>(attributes);
    children.forEach((name, found) -> entries.add(merged(name, found, path)));
    if (!text.text().isEmpty()) {
      String name =
          key.equals("property") ? "value" : key.equals("classification") ? key : "content";
      entries.add(new Tree.Entry(name, text.at(), text));
    }
    return new Tree.Fields(entries, path, at);
  }

  /** Elements of one name that stand side by side are a list in JSON. */
  private static Tree.Entry merged(String name, List<Tree.Entry> found, Pointer path) {
    Tree.Entry first = found.get(0);
    return found.size() == 1
        ? first
        : new Tree.Entry(
            name,
            first.keyAt(),
            new Tree.Items(
                found.stream().map(Tree.Entry::value).toList(), path.child(name), first.keyAt()));
  }

  private void pass() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        places.tag(name());
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }
}
