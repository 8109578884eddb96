package eu.policyadvisor.report;

import eu.policyadvisor.problem.Plain;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML and XHTML to memory; what it is given as text is plain and escaped. */
public final class Xml {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  /** A document. */
  public Xml() {
    this(true);
  }

  private Xml(boolean document) {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw inMemory(e);
    }
    if (document) {
      write(() -> writer.writeStartDocument("UTF-8", "1.0")).text("\n");
    }
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private Xml write(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      throw inMemory(e);
    }
  }

  private static IllegalStateException inMemory(XMLStreamException e) {
    return new IllegalStateException("XML cannot be written to memory", e);
  }

  /** A part of a document. */
  static Xml part() {
    return new Xml(false);
  }

  /** Opens an element with attributes, each a name and a value. */
  public Xml open(String name, Object... attributes) {
    write(() -> writer.writeStartElement(name));
    for (int i = 0; i < attributes.length; i += 2) {
      String attribute = attributes[i].toString();
      String value = attributes[i + 1].toString();
      write(() -> writer.writeAttribute(attribute, Plain.page(value)));
    }
    return this;
  }

  public Xml text(String characters) {
    return write(() -> writer.writeCharacters(Plain.page(characters)));
  }

  /** An element that holds text only. */
  public Xml leaf(String name, String characters, Object... attributes) {
    return open(name, attributes).text(characters).close();
  }

  /** Closes the element that was opened last, with an end tag also where it is empty. */
  public Xml close() {
    return text("").write(writer::writeEndElement);
  }

  /** The same, and a new line. */
  public Xml end() {
    return close().text("\n");
  }

  public Xml doctype(String doctype) {
    return write(() -> writer.writeDTD(doctype));
  }

  public String text() {
    write(writer::flush);
    return text.toString();
  }
}
