package eu.policyadvisor.screening;

import eu.policyadvisor.problem.Plain;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The EU consolidated financial sanctions list as XML. A document type is refused: it could name
 * files to read or make a small text large.
 */
final class EuXml {
  private static final String ROOT = "export";
  private static final String ENTITY = "sanctionEntity";

  /** What stands before the reason in messages of the parser. */
  private static final String REASON = "Message: ";

  private final XMLStreamReader xml;
  private final Complaints complaints;
  private final int linesBefore;
  private final List<ListRow> rows = new ArrayList<>();
  private boolean begun;
  private @Nullable LocalDate date;
  private @Nullable EuEntity entity;

  private EuXml(XMLStreamReader xml, int linesBefore, Complaints complaints) {
    this.xml = xml;
    this.linesBefore = linesBefore;
    this.complaints = complaints;
  }

  static ScreeningList read(String text, int linesBefore, Complaints complaints)
      throws InvalidListException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    try {
      EuXml reader =
          new EuXml(factory.createXMLStreamReader(new StringReader(text)), linesBefore, complaints);
      reader.document();
      return new ScreeningList(ListFormat.EU_XML, reader.date, reader.rows);
    } catch (XMLStreamException e) {
      var at = e.getLocation();
      String message = String.valueOf(e.getMessage());
      int reason = message.indexOf(REASON);
      throw complaints.refusal(
          at == null ? 0 : at.getLineNumber() + linesBefore,
          at == null ? 0 : at.getColumnNumber(),
          "is not XML, or cut off: "
              + message.substring(reason < 0 ? 0 : reason + REASON.length()).strip());
    }
  }

  private void document() throws XMLStreamException, InvalidListException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD ->
            throw complaints.refusal(
                line(), column(), "has a document type, which lists have not; it is not read");
        case XMLStreamConstants.START_ELEMENT -> begin(xml.getLocalName());
        case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
        default -> {
          // Text holds remarks only; what matters stands in attributes.
        }
      }
    }
  }

  private void begin(String element) throws InvalidListException {
    if (!begun) {
      if (!element.equals(ROOT)) {
        throw complaints.refusal(
            line(),
            column(),
            "begins with '"
                + Plain.quoted(element)
                + "'; the EU list of sanctions begins with 'export'");
      }
      begun = true;
      date = day("generationDate");
      return;
    }
    EuEntity open = entity;
    if (element.equals(ENTITY)) {
      entity = new EuEntity(line());
      entity.designated(day("designationDate"));
    } else if (open != null) {
      switch (element) {
        case "nameAlias" -> open.name(attribute("wholeName"));
        case "address" -> open.country(attribute("countryIso2Code"));
        case "subjectType" -> {
          open.kind(attribute("code"));
          open.kind(attribute("classificationCode"));
        }
        case "regulation" -> open.act(attribute("programme"), attribute("numberTitle"));
        default -> {
          // Birth dates, documents and so on do not tell parties apart here.
        }
      }
    }
  }

  private void end(String element) {
    EuEntity done = entity;
    if (element.equals(ENTITY) && done != null) {
      if (done.isNamed()) {
        rows.add(done.row());
      } else {
        complaints.add(done.line(), 1, "the entity has no name");
      }
      entity = null;
    }
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private @Nullable LocalDate day(String attribute) {
    return complaints.day(attribute(attribute), attribute, line(), column());
  }

  private int line() {
    return xml.getLocation().getLineNumber() + linesBefore;
  }

  private int column() {
    return Math.max(1, xml.getLocation().getColumnNumber());
  }
}
