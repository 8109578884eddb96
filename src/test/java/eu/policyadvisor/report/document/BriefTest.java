package eu.policyadvisor.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Inquiry;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.rule.Stance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One page says the question, the answer and what to do, the same in every form. */
final class BriefTest {
  private static final Advisor ADVISOR = Advisor.standard();

  private static final String ASCEND =
      """
      subject: {name: Werk, type: company, country: DE, us_nexus: [usd_finance]}
      accelerators:
        - {id: offer, product: huawei-ascend-910c, lifecycle: tender, purpose: production, authorisation: none}
      """;

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("facts/examples"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  private static Brief brief(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return brief(ADVISOR.read(file.toString(), in).factSets().get(0));
    }
  }

  private static Brief brief(String facts) throws IOException {
    return brief(
        ADVISOR
            .read("x.yaml", new ByteArrayInputStream(facts.getBytes(StandardCharsets.UTF_8)))
            .factSets()
            .get(0));
  }

  private static Brief brief(FactSet facts) {
    LocalDate day = facts.asOf() == null ? LocalDate.of(2026, 11, 1) : facts.asOf();
    Inquiry inquiry = ADVISOR.inquire(facts, day);
    Assessment advice = inquiry.advice();
    return Briefing.of(advice.withRange(inquiry.range(advice)));
  }

  private static String pdf(List<Brief> briefs) throws IOException {
    try (PDDocument document = Loader.loadPDF(BriefPdf.of(briefs))) {
      return flat(new PDFTextStripper().getText(document));
    }
  }

  private static String docx(List<Brief> briefs) throws IOException {
    try (XWPFWordExtractor text =
        new XWPFWordExtractor(
            new XWPFDocument(new ByteArrayInputStream(BriefWordFile.of(briefs))))) {
      return flat(text.getText());
    }
  }

  /** Without what only lays out. */
  private static String flat(String text) {
    return text.replaceAll("[\\s\\u00AD\\u200B]+", "");
  }

  private static String shown(String html) {
    return flat(
        html.replaceAll("(?s)<style>.*?</style>|<[^>]*>", " ")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&#39;", "'")
            .replace("&#34;", "\"")
            .replace("&amp;", "&"));
  }

  /** Every sentence of a brief. */
  private static List<String> sentences(Brief brief) {
    List<String> all = new ArrayList<>(List.of(brief.subject(), brief.heading()));
    all.add(brief.answer().sentence());
    all.addAll(brief.answer().rest());
    brief.answer().turns().forEach(turn -> all.add(turn.condition()));
    for (Brief.Row row : brief.items()) {
      all.addAll(List.of(row.name(), row.about(), row.because()));
      row.turns().forEach(turn -> all.add(turn.condition()));
      all.add(row.remark());
    }
    all.add(BriefWords.more(brief));
    brief.actions().forEach(each -> all.addAll(List.of(each.text(), each.who(), each.by())));
    for (Brief.Asked asked : brief.questions()) {
      all.add(asked.whom());
      all.add(asked.question());
      all.addAll(asked.leads());
    }
    brief.sure().forEach(each -> all.addAll(List.of(each.name(), each.because())));
    brief.sources().forEach(each -> all.addAll(List.of(each.text(), each.status())));
    all.addAll(brief.foot());
    return all.stream().map(BriefTest::flat).toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theBriefOfEachExampleFitsOnePage(Path example) throws IOException {
    try (PDDocument document = Loader.loadPDF(BriefPdf.of(List.of(brief(example))))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void eachFormSaysTheSame(Path example) throws IOException {
    Brief brief = brief(example);
    assertThat(brief.question()).endsWith("?");
    List<Brief> briefs = List.of(brief);
    List<String> sentences = sentences(brief);
    assertThat(flat(BriefText.of(briefs, 100, false))).contains(sentences);
    assertThat(shown(BriefPage.of(briefs))).contains(sentences);
    assertThat(pdf(briefs)).contains(sentences);
    assertThat(docx(briefs)).contains(sentences);
    String markdown = BriefMarkdown.of(briefs).replaceAll("\\\\(?=\\p{Punct})", "");
    assertThat(flat(markdown)).contains(sentences);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aPageAsksForNothingElse(Path example) throws IOException {
    String page = BriefPage.of(List.of(brief(example)));
    assertThat(page).doesNotContain("http", "url(", "@import", "<script", "src=", "<link");
    assertThat(page.length()).isLessThan(60_000);
  }

  @Test
  void thePdfIsTaggedAndBringsItsFont() throws IOException {
    try (PDDocument document = Loader.loadPDF(BriefPdf.of(List.of(brief(ASCEND))))) {
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Decision brief: Werk");
      PDResources resources = document.getPage(0).getResources();
      List<String> fonts = new ArrayList<>();
      for (var name : resources.getFontNames()) {
        assertThat(resources.getFont(name).isEmbedded()).isTrue();
        fonts.add(resources.getFont(name).getName());
      }
      assertThat(fonts).hasSize(2).allMatch(name -> name.contains("LiberationSans"));
    }
  }

  @Test
  void theAnswerSaysWhatToDoAndThatForeignLawIsARisk() throws IOException {
    Brief.Answer answer = brief(ASCEND).answer();
    assertThat(answer.stance()).isEqualTo(Stance.RESTRICT);
    assertThat(answer.sentence()).contains("Huawei Ascend 910C").endsWith(".");
    assertThat(answer.rest())
        .contains("What US law says here is a risk to weigh, not illegality in the Union.");
  }

  @Test
  void aRoleThatTheFactsNameIsNotProposed() throws IOException {
    assertThat(brief(ASCEND).actions())
        .isNotEmpty()
        .allMatch(Brief.Action::isProposed)
        .anyMatch(action -> action.who().equals("head of procurement"));
    Brief named = brief(ASCEND + "roles: {procurement: Ms Weber}\nreader: the board\n");
    assertThat(named.actions())
        .anyMatch(action -> action.who().equals("Ms Weber") && !action.isProposed());
    assertThat(named.reader()).isEqualTo("the board");
    assertThat(BriefText.of(List.of(named), 100, false)).contains("for the board");
  }

  @Test
  void whatDoesNotFitIsCounted() throws IOException {
    String many =
        IntStream.range(0, 12)
                .mapToObj(
                    i ->
                        "  - {id: cloud-%d, ultimate_parent_hq: US, region: %s}\n"
                            .formatted(i, country(i)))
                .collect(Collectors.joining("", "subject: {}\ncloud_services:\n", ""))
            + IntStream.range(0, 12)
                .mapToObj("  - {id: m%d, developer_hq: CN, deployment: unknown}\n"::formatted)
                .collect(Collectors.joining("", "models:\n", ""));
    Brief brief = brief(many);
    int told = brief.items().size();
    assertThat(told).isLessThanOrEqualTo(7);
    if (brief.more().isEmpty()) {
      assertThat(brief.items().stream().map(Brief.Row::name).collect(Collectors.joining()))
          .contains("cloud-0");
    } else {
      assertThat(BriefWords.more(brief)).startsWith("And in the report: ");
    }
  }

  private static String country(int number) {
    return List.of("DE", "FR", "IE", "NL").get(number % 4);
  }

  @Test
  void withoutAnythingStatedThereIsNoSilenceWithoutAWord() throws IOException {
    Brief brief = brief("subject: {}\n");
    assertThat(brief.answer().stance()).isEqualTo(Stance.NOT_STATED);
    assertThat(brief.answer().sentence()).startsWith("Nothing is stated");
    assertThat(pdf(List.of(brief))).contains(flat("Nothing is stated"));
    assertThat(docx(List.of(brief))).contains(flat("Nothing is stated"));
  }

  @Test
  void markupInNamesIsShownAndDoesNothing() throws IOException {
    String name = "<script>alert(1)</script> & \"quotes\" **bold** " + "x".repeat(470);
    Brief brief =
        brief(
            "subject: {name: '%s'}\nmodels: [{id: m, name: '%s', developer_hq: CN, deployment: vendor_api}]\n"
                .formatted(name, name));
    List<Brief> briefs = List.of(brief);
    String page = BriefPage.of(briefs);
    assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
    assertThat(shown(page)).contains(flat(name));
    assertThat(pdf(briefs)).contains(flat(name).substring(0, 60));
    assertThat(docx(briefs)).contains(flat(name));
    assertThat(BriefMarkdown.of(briefs))
        .doesNotContainPattern("(?<!\\\\)<script")
        .doesNotContain(" **bold**");
  }

  @Test
  void aScriptThatTheFontLacksIsMarkedAndSaid() throws IOException {
    List<Brief> briefs = List.of(brief("subject: {name: 'Αθήνα Кремль 华为'}\n"));
    assertThat(pdf(briefs))
        .contains(flat("Αθήνα Кремль ##"))
        .contains(flat("The font of this file lacks some characters; they are shown as #."));
    assertThat(pdf(List.of(brief("subject: {name: 'Αθήνα Кремль'}\n")))).doesNotContain("lacks");
  }

  @Test
  void whatIsOpenStaysBeforeWhatIsClear() throws IOException {
    StringBuilder facts =
        new StringBuilder(
            "subject: {type: company, country: DE}\n"
                + "transactions:\n"
                + "  - {id: stake, acquirer_ultimate_hq: unknown, status: planned}\n");
    facts.append("cloud_services:\n");
    for (int i = 0; i < 9; i++) {
      facts.append(
          "  - {id: cloud-%1$d, provider: Provider %1$d, ultimate_parent_hq: %2$s, region: %2$s}\n"
              .formatted(i, List.of("DE", "FR", "US", "IE", "NL", "CA", "JP", "CH", "CN").get(i)));
    }
    Brief brief = brief(facts.toString());
    assertThat(brief.items().stream().map(Brief.Row::name))
        .anyMatch(name -> name.contains("stake"));
    assertThat(
            Brief.first(List.of(Stance.PERMIT, Stance.MONITOR, Stance.NOT_DETERMINED), s -> s, 2))
        .containsExactly(Stance.PERMIT, Stance.NOT_DETERMINED);
    assertThat(Brief.first(List.of(Stance.MONITOR, Stance.NOTHING_FOUND), s -> s, 1))
        .containsExactly(Stance.MONITOR);
  }

  @Test
  void whatDoesNotFitOnThePageIsLeftOutAndCounted() throws IOException {
    Brief brief = brief(Path.of("src/test/resources/briefs/tax-agency.yaml"));
    try (PDDocument document = Loader.loadPDF(BriefPdf.of(List.of(brief)))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      String text = flat(new PDFTextStripper().getText(document));
      assertThat(text).contains(flat("more in the report"));
      brief.items().stream().limit(5).forEach(row -> assertThat(text).contains(flat(row.name())));
      brief.actions().forEach(action -> assertThat(text).contains(flat(action.text())));
    }
  }

  @Test
  void severalBriefsHaveAPageEach() throws IOException {
    List<Brief> briefs = List.of(brief(ASCEND), brief("subject: {name: Other}\n"));
    try (PDDocument document = Loader.loadPDF(BriefPdf.of(briefs))) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
    }
    assertThat(BriefText.of(briefs, 80, false)).contains("Werk", "Other");
  }

  @Test
  void textKeepsToTheWidthOfTheTerminal() throws IOException {
    for (int width : List.of(60, 80, 120)) {
      assertThat(BriefText.of(List.of(brief(ASCEND)), width, false).lines())
          .allMatch(line -> line.length() <= width);
    }
  }

  @Test
  void everyAnswerHasAShapeOfItsOwn() {
    List<String> styles = Stream.of(Stance.values()).map(Shapes.DRAWN::style).distinct().toList();
    assertThat(styles).hasSize(Stance.values().length);
    assertThat(styles).allMatch(style -> Shapes.DRAWN.defined().contains("id=\"i-" + style + "\""));
    assertThat(Stream.of(Brief.Mark.values()).map(Shapes.DRAWN::style))
        .allMatch(style -> style.equals(style.toLowerCase(Locale.ROOT)));
  }
}
