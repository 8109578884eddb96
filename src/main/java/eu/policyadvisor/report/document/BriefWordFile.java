package eu.policyadvisor.report.document;

import eu.policyadvisor.rule.Stance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Briefs in DOCX, to be edited: real headings, tables with repeated heads, no pictures. */
public final class BriefWordFile {
  private static final int SMALL = 9;
  private static final int A4_WIDTH = 11906;
  private static final int A4_HEIGHT = 16838;
  private static final int MARGIN = 794; // 14 mm
  private static final String GREY = "44515E";

  private final XWPFDocument document;

  private BriefWordFile(XWPFDocument document) {
    this.document = document;
  }

  /** The file. */
  public static byte[] of(List<Brief> briefs) throws IOException {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      BriefWordFile file = new BriefWordFile(document);
      file.page();
      file.style("Heading1", 15, 0);
      file.style("Heading2", 10, 1);
      for (Brief brief : briefs) {
        file.print(brief, !brief.equals(briefs.get(0)));
      }
      document.getProperties().getCoreProperties().setTitle(BriefWords.title(briefs));
      document.write(out);
      return out.toByteArray();
    }
  }

  private void page() {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(A4_WIDTH));
    size.setH(BigInteger.valueOf(A4_HEIGHT));
    CTPageMar margin = section.addNewPgMar();
    margin.setTop(BigInteger.valueOf(MARGIN));
    margin.setBottom(BigInteger.valueOf(MARGIN));
    margin.setLeft(BigInteger.valueOf(MARGIN));
    margin.setRight(BigInteger.valueOf(MARGIN));
  }

  private void style(String id, int points, int level) {
    CTStyle style = CTStyle.Factory.newInstance();
    style.setStyleId(id);
    style.setType(STStyleType.PARAGRAPH);
    style.addNewName().setVal("heading " + (level + 1));
    style.addNewQFormat();
    var paragraph = style.addNewPPr();
    paragraph.addNewKeepNext();
    paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level));
    var spacing = paragraph.addNewSpacing();
    spacing.setBefore(BigInteger.valueOf(100));
    spacing.setAfter(BigInteger.valueOf(40));
    var run = style.addNewRPr();
    run.addNewB();
    run.addNewSz().setVal(BigInteger.valueOf(points * 2L));
    document.createStyles().addStyle(new XWPFStyle(style));
  }

  private void print(Brief brief, boolean onNewPage) {
    XWPFParagraph head = paragraph();
    head.setPageBreak(onNewPage);
    run(head, BriefWords.TITLE + " · " + brief.subject(), true);
    run(head, " · " + String.join(" · ", BriefWords.head(brief)), false).setColor(GREY);
    heading("Heading1", brief.heading());
    answer(brief.answer());
    if (!brief.items().isEmpty()) {
      heading("Heading2", BriefWords.ITEMS);
      XWPFTable table =
          table(
              List.of(24, 15, 34, 27),
              "Item, and whose it is",
              "Today",
              "What to do, and why",
              "Could become");
      brief.items().forEach(row -> row(table.createRow(), row));
      if (!brief.more().isEmpty()) {
        run(paragraph(), BriefWords.more(brief), false);
      }
    }
    if (!brief.actions().isEmpty()) {
      heading("Heading2", BriefWords.actions(brief));
      XWPFTable table = table(List.of(6, 54, 24, 16), "No.", "Action", BriefWords.who(brief), "By");
      int number = 0;
      for (Brief.Action action : brief.actions()) {
        number++;
        XWPFTableRow row = table.createRow();
        cell(row, 0, String.valueOf(number), true);
        cell(row, 1, action.text(), false);
        cell(row, 2, action.who(), false);
        cell(row, 3, action.by(), false);
      }
    }
    if (!brief.questions().isEmpty()) {
      heading("Heading2", BriefWords.QUESTIONS);
      for (Brief.Asked asked : brief.questions()) {
        entry(asked.whom() + ": ", asked.question(), String.join("; ", asked.leads()));
      }
    }
    if (!brief.sure().isEmpty()) {
      heading("Heading2", BriefWords.SURE);
      brief
          .sure()
          .forEach(sure -> entry(sure.name() + ": " + sure.word() + ". ", sure.because(), ""));
    }
    if (!brief.sources().isEmpty()) {
      heading("Heading2", BriefWords.SOURCES);
      brief.sources().forEach(source -> entry("", source.text(), source.status()));
      if (brief.moreSources() > 0) {
        entry("", "", BriefWords.moreSources(brief));
      }
    }
    run(paragraph(), String.join(" ", brief.foot()), false).setColor(GREY);
  }

  private void answer(Brief.Answer answer) {
    XWPFParagraph first = paragraph();
    word(first, answer.stance());
    run(first, ". " + answer.sentence(), true).setFontSize(SMALL + 2);
    answer.rest().forEach(each -> run(paragraph(), each, false));
    for (Brief.Turn turn : answer.turns()) {
      XWPFParagraph turning = paragraph();
      run(turning, BriefWords.TURNS + " ", true);
      word(turning, turn.stance());
      run(turning, " " + turn.condition() + ".", false);
    }
    if (!answer.limits().isEmpty()) {
      run(paragraph(), answer.limits(), false).setColor(GREY);
    }
  }

  private void row(XWPFTableRow row, Brief.Row item) {
    XWPFParagraph name = cell(row, 0, item.name(), true);
    if (!item.about().isEmpty()) {
      run(name, " " + item.about(), false).setColor(GREY);
    }
    word(cell(row, 1, "", false), item.stance());
    cell(row, 2, item.because(), false);
    XWPFParagraph could = cell(row, 3, "", false);
    for (Brief.Turn turn : item.turns()) {
      if (!turn.equals(item.turns().get(0))) {
        could.createRun().addBreak();
      }
      word(could, turn.stance());
      run(could, " " + turn.condition(), false);
    }
    run(could, (item.turns().isEmpty() ? "" : " ") + item.remark(), false).setColor(GREY);
  }

  private static void word(XWPFParagraph paragraph, Stance stance) {
    run(paragraph, Shapes.sign(stance) + " " + BriefWords.word(stance), true);
  }

  private XWPFTable table(List<Integer> widths, String... heads) {
    XWPFTable table = document.createTable(1, heads.length);
    table.setWidth("100%");
    XWPFTableRow row = table.getRow(0);
    row.setRepeatHeader(true);
    for (int i = 0; i < heads.length; i++) {
      cell(row, i, heads[i], true);
      row.getCell(i).setWidth(widths.get(i) + "%");
    }
    return table;
  }

  private static XWPFParagraph cell(XWPFTableRow row, int at, String text, boolean bold) {
    row.setCantSplitRow(true);
    XWPFTableCell cell = row.getCell(at);
    XWPFParagraph paragraph = cell.getParagraphs().get(0);
    paragraph.setSpacingAfter(0);
    if (!text.isEmpty()) {
      run(paragraph, text, bold);
    }
    return paragraph;
  }

  private void entry(String bold, String text, String grey) {
    XWPFParagraph paragraph = paragraph();
    run(paragraph, bold, true);
    run(paragraph, text + " ", false);
    run(paragraph, grey, false).setColor(GREY);
  }

  private void heading(String style, String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    paragraph.createRun().setText(text);
  }

  private XWPFParagraph paragraph() {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingAfter(40);
    return paragraph;
  }

  private static XWPFRun run(XWPFParagraph paragraph, String text, boolean bold) {
    XWPFRun run = paragraph.createRun();
    run.setFontFamily("Liberation Sans");
    run.setFontSize(SMALL);
    run.setBold(bold);
    run.setText(text);
    return run;
  }
}
