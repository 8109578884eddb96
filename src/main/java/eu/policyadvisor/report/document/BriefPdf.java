package eu.policyadvisor.report.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Briefs in PDF, tagged for those who have it read to them, with a font inside that covers Latin,
 * Greek and Cyrillic. The page is the one of {@link BriefPage} in a style sheet of its own, since
 * what makes PDF of it knows no grid and no variables.
 */
public final class BriefPdf {
  private static final String FONT = "Liberation Sans";

  private static final String LACKING =
      "The font of this file lacks some characters; they are shown as #.";

  static {
    // It tells of its own work, which nobody asked for.
    XRLog.setLoggingEnabled(false);
  }

  private BriefPdf() {}

  /**
   * The file. What does not fit on a page is left out where it is least missed, and counted; where
   * the font lacks a character, the page says so.
   */
  public static byte[] of(List<Brief> briefs) throws IOException {
    List<Brief> fitting = new ArrayList<>();
    for (Brief brief : briefs) {
      boolean shown = page(List.of(brief)).codePoints().allMatch(BriefPdf::isShown);
      fitting.add(fitted(shown ? brief : brief.noting(LACKING)));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = builder(page(fitting));
    builder.toStream(out);
    builder.run();
    return out.toByteArray();
  }

  /** Shortened as little as makes it fit; as it is where nothing does. */
  private static Brief fitted(Brief brief) throws IOException {
    for (Brief each :
        List.of(brief, brief.shorter(7, 4), brief.shorter(7, 2), brief.shorter(5, 2))) {
      try (PdfBoxRenderer renderer = builder(page(List.of(each))).buildPdfRenderer()) {
        renderer.layout();
        if (renderer.getRootBox().getLayer().getPages().size() == 1) {
          return each;
        }
      }
    }
    return brief;
  }

  private static String page(List<Brief> briefs) {
    return BriefPage.of(briefs, "brief-pdf.css", Shapes.TYPED);
  }

  private static PdfRendererBuilder builder(String page) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    font(builder, "Regular", 400, FontStyle.NORMAL);
    font(builder, "Bold", 700, FontStyle.NORMAL);
    builder.withProducer("EU AI Policy Advisor");
    builder.withHtmlContent(page, null);
    return builder;
  }

  /** Whether the font has a character, or it is none that is drawn. */
  private static boolean isShown(int character) {
    return Character.isISOControl(character) || Characters.OF_FONT.getGlyphId(character) != 0;
  }

  /** Read when the first file is made. */
  private static final class Characters {
    static final CmapLookup OF_FONT = read();

    private static CmapLookup read() {
      try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(font("Regular")))) {
        return font.getUnicodeCmapLookup();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void font(PdfRendererBuilder builder, String name, int weight, FontStyle style) {
    builder.useFont(() -> font(name), FONT, weight, style, true);
  }

  private static InputStream font(String name) {
    String path = "/liberation/LiberationSans-" + name + ".ttf";
    return Objects.requireNonNull(BriefPdf.class.getResourceAsStream(path), path);
  }
}
