package eu.policyadvisor.cli.io;

import eu.policyadvisor.fact.Names;
import eu.policyadvisor.problem.MissingLibraryException;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.report.document.Brief;
import eu.policyadvisor.report.document.BriefMarkdown;
import eu.policyadvisor.report.document.BriefPage;
import eu.policyadvisor.report.document.BriefPdf;
import eu.policyadvisor.report.document.BriefText;
import eu.policyadvisor.report.document.BriefWordFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Forms of a brief. */
public enum BriefFormat {
  TEXT("txt", ""),
  MARKDOWN("md", ""),
  HTML("html", "gg.jte:jte-runtime"),
  PDF(
      "pdf",
      "gg.jte:jte-runtime, io.github.openhtmltopdf:openhtmltopdf-pdfbox and"
          + " com.github.librepdf:openpdf-fonts-extra"),
  DOCX("docx", "org.apache.poi:poi-ooxml");

  private final String ending;
  private final String libraries;

  BriefFormat(String ending, String libraries) {
    this.ending = ending;
    this.libraries = libraries;
  }

  /** With what the name of a file ends. */
  public String ending() {
    return ending;
  }

  /** Whether it is no text, and so for no terminal. */
  public boolean needsFile() {
    return this == PDF || this == DOCX;
  }

  /**
   * The text of briefs.
   *
   * @param columns width of a terminal
   * @param colour whether text is coloured
   * @throws IllegalStateException if it is no text
   * @throws MissingLibraryException if a library is not there that the form needs
   */
  public String text(List<Brief> briefs, int columns, boolean colour) {
    try {
      return text(this, briefs, columns, colour);
    } catch (NoClassDefFoundError e) {
      throw missing(e);
    }
  }

  private static String text(BriefFormat form, List<Brief> briefs, int columns, boolean colour) {
    return switch (form) {
      case TEXT -> BriefText.of(briefs, columns, colour);
      case MARKDOWN -> BriefMarkdown.of(briefs);
      case HTML -> BriefPage.of(briefs);
      case PDF, DOCX -> throw new IllegalStateException(form + " is no text");
    };
  }

  /**
   * The file of briefs.
   *
   * @throws MissingLibraryException if a library is not there that the form needs
   */
  public byte[] document(List<Brief> briefs) throws IOException {
    try {
      return switch (this) {
        case PDF -> BriefPdf.of(briefs);
        case DOCX -> BriefWordFile.of(briefs);
        default -> Plain.page(text(briefs, Door.COLUMNS, false)).getBytes(StandardCharsets.UTF_8);
      };
    } catch (NoClassDefFoundError e) {
      throw missing(e);
    }
  }

  private MissingLibraryException missing(NoClassDefFoundError e) {
    return new MissingLibraryException(
        "%s needs %s on the class path".formatted(this, libraries), e);
  }

  @Override
  public String toString() {
    return Names.inFile(this);
  }
}
