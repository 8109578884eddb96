package eu.policyadvisor;

import static eu.policyadvisor.FewRules.DAY;
import static eu.policyadvisor.FewRules.advice;
import static eu.policyadvisor.FewRules.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Change;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.Range;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.rule.Stance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the answers could become. */
final class RangeTest {
  private static final Advisor ADVISOR = Advisor.standard();

  private static Range range(Advisor advisor, FactSet facts, LocalDate day) {
    Inquiry inquiry = advisor.inquire(facts, day);
    return inquiry.range(inquiry.advice());
  }

  private static Advisor hosted(Path directory) throws IOException {
    return FewRules.advisor(
        directory,
        advice("advice/go", "now", "may", "permit", "0.8", "$on : Model( weights != null )"),
        advice(
            "advice/stop",
            "now",
            "must",
            "prohibit",
            "0.8",
            "$on : Model( hostingCountry == \"CN\" )"),
        advice("advice/limit", "now", "must", "restrict", "0.8", "$on : Model( agentic == true )"));
  }

  @Test
  void namesEachValueThatTurnsAnAnswerWithTheStanceToWhichItLeads(@TempDir Path directory)
      throws IOException {
    Advisor advisor = hosted(directory);
    FactSet facts =
        FewRules.facts(
            advisor, "subject: {id: s}\nmodels: [{id: m, weights: open, agentic: unknown}]\n");

    assertThat(range(advisor, facts, DAY).turns())
        .extracting(
            turn -> turn.on().id(), Range.Turn::now, Range.Turn::then, t -> t.value().field())
        .containsExactly(
            tuple("s", Stance.PERMIT, Stance.PROHIBIT, "hosting_country"),
            tuple("s", Stance.PERMIT, Stance.RESTRICT, "agentic"),
            tuple("m", Stance.PERMIT, Stance.PROHIBIT, "hosting_country"),
            tuple("m", Stance.PERMIT, Stance.RESTRICT, "agentic"));
  }

  @Test
  void isEmptyWhereEverythingIsKnown(@TempDir Path directory) throws IOException {
    Advisor advisor = hosted(directory);
    FactSet facts =
        FewRules.facts(
            advisor,
            "subject: {id: s}\n"
                + "models: [{id: m, weights: open, agentic: false, hosting_country: DE}]\n");

    assertThat(range(advisor, facts, DAY)).isEqualTo(new Range(List.of(), List.of(), List.of(), 0));
  }

  @Test
  void tellsWhatWasNotTriedOfAThousandOpenValues(@TempDir Path directory) throws IOException {
    Advisor advisor = hosted(directory);
    String models =
        IntStream.range(0, 500)
            .mapToObj(i -> "  - {id: m%d, weights: open, confidence: 0.%03d}\n".formatted(i, i + 1))
            .collect(Collectors.joining("", "models:\n", ""));
    Range range = range(advisor, FewRules.facts(advisor, "subject: {id: s}\n" + models), DAY);

    assertThat(range.tried().size() + range.untried().size()).isEqualTo(1000);
    assertThat(range.untried()).isNotEmpty();
    assertThat(range.runs()).isLessThan(200);
  }

  private static Advisor resting(Path directory) throws IOException {
    return FewRules.advisor(
        directory,
        finding("rule/cn", "high", "0.8", "$on : Model( hostingCountry == \"CN\" )"),
        advice("advice/stop", "now", "must", "prohibit", "0.8", "Finding( $on : on )"),
        advice("advice/go", "now", "may", "permit", "0.8", "$on : Application()"),
        advice("advice/warn", "now", "may", "diversify", "0.8", "$on : Subject( sme == true )"));
  }

  private static final String RESTING =
      """
      subject: {id: s}
      models: [{id: m, developer_hq: DE, deployment: vendor_api, hosting_country: unknown}]
      applications: [{id: a, uses_model: m}]
      """;

  /** That something else changes tells nothing about the model. */
  @Test
  void letsNoOtherValueReleaseWhatRestsOnAnItemThatIsNotDetermined(@TempDir Path directory)
      throws IOException {
    Advisor advisor = resting(directory);
    Range range = range(advisor, FewRules.facts(advisor, RESTING), DAY);

    assertThat(range.tried()).extracting(value -> value.field()).contains("sme");
    assertThat(range.turns())
        .filteredOn(turn -> turn.on().id().equals("a"))
        .extracting(turn -> turn.value().field())
        .containsOnly("hosting_country");
  }

  @Test
  void saysWhatWouldReleaseAnItemAsWellAsWhatWouldStopIt(@TempDir Path directory)
      throws IOException {
    Advisor advisor = resting(directory);

    assertThat(range(advisor, FewRules.facts(advisor, RESTING), DAY).turns())
        .filteredOn(turn -> turn.on().id().equals("a"))
        .extracting(Range.Turn::now, Range.Turn::then)
        .containsExactly(
            tuple(Stance.NOT_DETERMINED, Stance.PROHIBIT),
            tuple(Stance.NOT_DETERMINED, Stance.PERMIT));
  }

  /** All constants of a closed type are tried, and what nothing is known of is not called tried. */
  @Test
  void triesEveryConstantAndTellsWhatItDidNotTry(@TempDir Path directory) throws IOException {
    Advisor advisor =
        FewRules.advisor(
            directory,
            advice(
                "advice/last",
                "now",
                "must",
                "prohibit",
                "0.8",
                "$on : Application( use == Use.CRITICAL_CONTROL )"));
    FactSet facts = FewRules.facts(advisor, "subject: {id: s}\napplications: [{id: a}]\n");

    assertThat(range(advisor, facts, DAY).turns())
        .filteredOn(turn -> turn.on().id().equals("a"))
        .extracting(Range.Turn::then, turn -> turn.when().toString())
        .startsWith(tuple(Stance.PROHIBIT, "[CRITICAL_CONTROL]"))
        .hasSize(2);
  }

  /** Shares of countries are one field of a supply, and what a concept lacks is none. */
  @Test
  void triesValuesOfTheTypeOfTheField() throws IOException {
    FactSet facts =
        FewRules.facts(
            ADVISOR,
            """
            subject: {id: s, type: company, country: NL}
            dependencies: [{id: d, item: chips, layer: chips}]
            critical_inputs: [{id: i, material: gallium}]
            parties: [{id: p, hq: CN}]
            """);

    assertThat(range(ADVISOR, facts, DAY).tried()).extracting(value -> value.field()).isNotEmpty();
  }

  /** A rule that waits for two values waits for neither alone. */
  @Test
  void triesNoValueThatTurnsNothingAlone(@TempDir Path directory) throws IOException {
    Advisor advisor =
        FewRules.advisor(
            directory,
            finding(
                "rule/both", "high", "0.8", "$on : Model( agentic == true, hijackProne == true )"));
    FactSet facts = FewRules.facts(advisor, "subject: {id: s}\nmodels: [{id: m}]\n");

    assertThat(range(advisor, facts, DAY).tried()).isEmpty();
  }

  /** The session that is kept from run to run concludes what a new one does. */
  @Test
  void showsOnlyWhatARunOfItsOwnConfirms() throws IOException {
    int turns = 0;
    for (FactSet facts : examples()) {
      LocalDate day = Objects.requireNonNullElse(facts.asOf(), LocalDate.of(2026, 11, 1));
      for (Range.Turn turn : range(ADVISOR, facts, day).turns()) {
        for (Object value : turn.when().subList(0, 1)) {
          assertThat(stance(turn, value, facts, day))
              .as("%s of %s with %s = %s", turn.then(), turn.on().id(), turn.value(), value)
              .isEqualTo(turn.then());
          turns++;
        }
      }
    }
    assertThat(turns).isGreaterThan(20);
  }

  private static Stance stance(Range.Turn turn, Object value, FactSet facts, LocalDate day) {
    var open = turn.value();
    FactSet edited =
        new Edit(
                List.of(
                    new Change.Put(open.fact().section(), open.fact().id(), open.field(), value)))
            .apply(facts);
    Assessment then = ADVISOR.advise(edited, day);
    return turn.on().id().equals(facts.subject().id())
        ? then.stance()
        : then.items().stream()
            .filter(item -> item.fact().id().equals(turn.on().id()))
            .filter(item -> item.fact().section() == turn.on().section())
            .map(Item::stance)
            .findFirst()
            .orElse(Stance.NOTHING_FOUND);
  }

  private static List<FactSet> examples() throws IOException {
    List<FactSet> examples = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("facts/examples"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        examples.addAll(ADVISOR.read(file).factSets());
      }
    }
    return examples;
  }
}
