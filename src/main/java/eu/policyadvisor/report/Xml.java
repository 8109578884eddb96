package eu.policyadvisor.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML and XHTML to memory; what it is given as text is escaped. */
final class Xml {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  /** A document. */
  Xml() {
    this(true);
  }

  private Xml(boolean document) {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      if (document) {
        writer.writeStartDocument("UTF-8", "1.0");
        writer.writeCharacters("\n");
      }
    } catch (XMLStreamException e) {
      throw inMemory(e);
    }
  }

  /** A part of a document. */
  static Xml part() {
    return new Xml(false);
  }

  /** Opens an element with attributes, each a name and a value. */
  Xml open(String name, Object... attributes) {
    try {
      writer.writeStartElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        writer.writeAttribute(attributes[i].toString(), attributes[i + 1].toString());
      }
      return this;
    } catch (XMLStreamException e) {
      throw inMemory(e);
    }
  }

  Xml text(String characters) {
    try {
      writer.writeCharacters(characters);
      return this;
    } catch (XMLStreamException e) {
      throw inMemory(e);
    }
  }

  /** An element that holds text only. */
  Xml leaf(String name, String characters, Object... attributes) {
    return open(name, attributes).text(characters).close();
  }

  /** Closes the element that was opened last, with an end tag also where it is empty. */
  Xml close() {
    try {
      writer.writeCharacters("");
      writer.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw inMemory(e);
    }
  }

  /** The same, and a new line. */
  Xml end() {
    return close().text("\n");
  }

  Xml doctype(String doctype) {
    try {
      writer.writeDTD(doctype);
      return this;
    } catch (XMLStreamException e) {
      throw inMemory(e);
    }
  }

  String text() {
    try {
      writer.flush();
      return text.toString();
    } catch (XMLStreamException e) {
      throw inMemory(e);
    }
  }

  private static IllegalStateException inMemory(XMLStreamException e) {
    return new IllegalStateException("XML cannot be written to memory", e);
  }
}
