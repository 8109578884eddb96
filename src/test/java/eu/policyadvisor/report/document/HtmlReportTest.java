package eu.policyadvisor.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.Inquiry;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.report.Dossier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of a report holds all of it, stands alone and runs nothing. */
final class HtmlReportTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

  static Stream<Path> examples() throws IOException {
    return BriefTest.examples();
  }

  private static List<Assessment> assess(String facts) throws IOException {
    List<Assessment> all = new ArrayList<>();
    var read =
        ADVISOR.read("x.yaml", new ByteArrayInputStream(facts.getBytes(StandardCharsets.UTF_8)));
    for (var set : read.factSets()) {
      Inquiry inquiry =
          ADVISOR.inquire(set, set.asOf() == null ? LocalDate.of(2026, 11, 1) : set.asOf());
      Assessment advice = inquiry.advice();
      all.add(advice.withRange(inquiry.range(advice)));
    }
    return all;
  }

  /** As a reader sees it. */
  private static String shown(String html) {
    return html.replaceAll("(?s)<style>.*?</style>|<[^>]*>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void holdsWhatTheAssessmentHolds(Path example) throws IOException {
    Assessment assessment = assess(Files.readString(example)).get(0);
    Dossier dossier = Dossier.of(assessment);
    String page = shown(new HtmlReport().render(List.of(assessment)));
    dossier.advice().forEach(each -> assertThat(page).contains(each.action(), each.rule()));
    dossier.findings().forEach(each -> assertThat(page).contains(each.title(), each.rule()));
    dossier.open().forEach(each -> assertThat(page).contains(each.question()));
    dossier.sources().forEach(each -> assertThat(page).contains(each.text(), each.status()));
    assertThat(page).contains(Briefing.of(assessment).answer().sentence());
    assertThat(
            dossier.sureness().stream()
                .mapToInt(row -> row.high() + row.medium() + row.low())
                .sum())
        .isEqualTo(assessment.open().size());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void asksForNothingElse(Path example) throws IOException {
    String page = new HtmlReport().render(assess(Files.readString(example)));
    assertThat(page.replaceAll("<a href=\"https?://[^\"]*\"", ""))
        .doesNotContain("http", "url(", "@import", "<script", "src=", "<link", " onclick");
    assertThat(page.length()).isLessThan(300_000);
  }

  @Test
  void markupInFactsIsShownAndDoesNothing() throws IOException {
    String odd = "<img src=x onerror=alert(1)> & 'quotes'";
    String page =
        new HtmlReport()
            .render(
                assess(
                    "subject: {name: \"%1$s\"}\nquestion: \"%1$s\"\nmodels: [{id: m, name: \"%1$s\", developer_hq: CN, deployment: vendor_api}]\n"
                        .formatted(odd)));
    assertThat(page).doesNotContain("<img");
    assertThat(shown(page)).contains(odd);
  }

  @Test
  void eachOfSeveralHasPlacesOfItsOwn() throws IOException {
    String page =
        new HtmlReport()
            .render(assess("subject: {name: One}\n---\nsubject: {name: Two}\nmodels: []\n"));
    List<String> ids = ID.matcher(page).results().map(found -> found.group(1)).sorted().toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(page).containsOnlyOnce("<html").containsOnlyOnce("</html>").contains("One", "Two");
    Pattern.compile("href=\"#([^\"]+)\"")
        .matcher(page)
        .results()
        .forEach(link -> assertThat(ids).contains(link.group(1)));
  }

  @Test
  void hundredsOfFindingsStandOnThePage() throws IOException {
    StringBuilder facts = new StringBuilder("subject: {type: company, country: DE}\nmodels:\n");
    IntStream.range(0, 300)
        .forEach(
            i ->
                facts.append(
                    "  - {id: m%1$d, name: Model %1$d, developer_hq: CN, deployment: vendor_api, share_of_calls: 0.%1$03d}\n"
                        .formatted(i)));
    List<Assessment> assessments = assess(facts.toString());
    String page = new HtmlReport().render(assessments);
    assertThat(shown(page)).contains("Model 299");
    assertThat(Briefing.of(assessments.get(0)).items()).hasSizeLessThanOrEqualTo(7);
  }
}
