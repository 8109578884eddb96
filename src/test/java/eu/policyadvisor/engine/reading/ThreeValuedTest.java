package eu.policyadvisor.engine.reading;

import static eu.policyadvisor.advice.RuleStatus.CLEAR;
import static eu.policyadvisor.advice.RuleStatus.CONCLUDED;
import static eu.policyadvisor.advice.RuleStatus.UNDETERMINED;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.RuleStatus;
import eu.policyadvisor.engine.RuleSketches;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How rules are read where values are not known, after Kleene: a condition holds, fails, or is open
 * because it depends on a value that nobody gave. What is open must be told apart from what fails.
 *
 * <p>A rule is <em>concluded</em>, or <em>clear</em> when no value could make it conclude, or
 * <em>undetermined</em> when some value could. The engine itself knows only yes and no and takes
 * what is missing for no; so what it concludes out of silence is concluded but <em>presumed</em>:
 * the value is asked for all the same.
 */
class ThreeValuedTest {
  private static final String STRATEGIC = "Dependency( strategic == true )";
  private static final String COUNTED =
      "accumulate( Dependency( strategic == true ); $n : count() ) Subject( this == $on, $n %s )";

  @TempDir private static Path rules;
  private static Advisor advisor = Advisor.standard();

  /**
   * A rule of one or two lines over some facts.
   *
   * @param says what can be learned from it
   * @param conditions of the rule, beside that there is a subject
   * @param facts in YAML, without the subject where it does not matter
   * @param status what comes of the rule
   * @param asked the values and the lists that could change that
   */
  private record Row(
      String says, String conditions, String facts, RuleStatus status, List<String> asked) {
    @Override
    public String toString() {
      return says;
    }
  }

  private static Row row(
      String says, String conditions, String facts, RuleStatus status, String... asked) {
    return new Row(says, conditions, facts, status, List.of(asked));
  }

  private static final List<Row> TABLE =
      List.of(
          // One value of one fact
          row(
              "a value can meet a condition",
              STRATEGIC,
              dependencies("strategic: true"),
              CONCLUDED),
          row("or not", STRATEGIC, dependencies("strategic: false"), CLEAR),
          row("or not be known", STRATEGIC, dependencies(""), UNDETERMINED, "a.strategic"),
          row(
              "a number that is not known may be on either side of a threshold",
              "Dependency( stockDays < 30 )",
              dependencies(""),
              UNDETERMINED,
              "a.stock_days"),
          row(
              "a country that is not known may be any",
              "Dependency( frontEndCountry == \"TW\" )",
              dependencies(""),
              UNDETERMINED,
              "a.front_end_country"),
          row(
              "an empty list of values is known",
              "Subject( usNexus contains UsNexus.SUBSIDIARY )",
              "subject: {us_nexus: []}",
              CLEAR),
          row(
              "a list of values that is missing is not",
              "Subject( usNexus contains UsNexus.SUBSIDIARY )",
              "",
              UNDETERMINED,
              "s.us_nexus"),
          row(
              "shares of countries that are missing are asked for as a whole",
              "CountryShare( country == \"CN\", share >= 0.5 )",
              dependencies(""),
              UNDETERMINED,
              "a.shares"),

          // Several values of one condition
          row(
              "where one value settles a condition the other two do not matter",
              "Dependency( impact == Impact.HIGH || strategic == true"
                  + " || criticalInfrastructure == true )",
              dependencies("impact: high"),
              CONCLUDED),
          row(
              "nor where it settles that the condition fails",
              "Dependency( impact == Impact.HIGH && strategic == true"
                  + " || impact == Impact.HIGH && criticalInfrastructure == true )",
              dependencies("impact: low"),
              CLEAR),
          row(
              "more than two at once are not tried: then all count",
              "Dependency( impact == Impact.HIGH || strategic == true"
                  + " || criticalInfrastructure == true || secondSourceQualified == true )",
              dependencies("impact: high"),
              CONCLUDED,
              "a.critical_infrastructure",
              "a.second_source_qualified",
              "a.strategic"),

          // What holds because a value is missing
          row(
              "what a rule concludes of silence is presumed, though every value would end it",
              "Dependency( strategic == null )",
              dependencies(""),
              CONCLUDED,
              "a.strategic"),
          row(
              "what only some values would end is presumed too",
              "Dependency( strategic != true )",
              dependencies(""),
              CONCLUDED,
              "a.strategic"),
          row(
              "what a value says is certain",
              "Dependency( strategic != true )",
              dependencies("strategic: false"),
              CONCLUDED),

          // Several facts
          row(
              "one fact that is certain is enough",
              STRATEGIC,
              dependencies("", "strategic: true"),
              CONCLUDED),
          row(
              "of several ways that are alike the first is asked for",
              STRATEGIC,
              dependencies("", ""),
              UNDETERMINED,
              "a.strategic"),
          row(
              "of several ways the one that asks for fewer values is preferred",
              "( Party( highRiskVendor == true, accessToData == true ) or " + STRATEGIC + " )",
              "parties: [{id: x}]\n" + dependencies(""),
              UNDETERMINED,
              "a.strategic"),
          row(
              "values of a fact that is there are preferred to a list that may hold one",
              "( Party() or Dependency( strategic == true, criticalInfrastructure == true ) )",
              "parties: unknown\n" + dependencies(""),
              UNDETERMINED,
              "a.critical_infrastructure",
              "a.strategic"),
          row(
              "two facts that must agree wait for what either lacks",
              "Dependency( $country : frontEndCountry ) Party( hq == $country )",
              "parties: [{id: x}]\n" + dependencies("front_end_country: TW"),
              UNDETERMINED,
              "x.hq"),
          row(
              "to the engine two values that are missing agree, which is presumed",
              "Dependency( $country : frontEndCountry ) Party( hq == $country )",
              "parties: [{id: x}]\n" + dependencies(""),
              CONCLUDED,
              "a.front_end_country",
              "x.hq"),

          // Lists of facts
          row("a list that is empty holds nothing", STRATEGIC, "dependencies: []", CLEAR),
          row(
              "a list that is unknown may hold anything",
              STRATEGIC,
              "dependencies: unknown",
              UNDETERMINED,
              "dependencies"),
          row("so may one that is not there", STRATEGIC, "", UNDETERMINED, "dependencies"),

          // exists
          row(
              "what only may exist is not certain",
              "exists " + STRATEGIC,
              dependencies(""),
              UNDETERMINED,
              "a.strategic"),
          row(
              "any of several facts may be the one that exists",
              "exists " + STRATEGIC,
              dependencies("", "", ""),
              UNDETERMINED,
              "a.strategic",
              "b.strategic",
              "c.strategic"),
          row(
              "what exists for certain asks for nothing",
              "exists " + STRATEGIC,
              dependencies("", "strategic: true", ""),
              CONCLUDED),

          // not
          row(
              "what exists stops a not",
              "not " + STRATEGIC,
              dependencies("strategic: true"),
              CLEAR),
          row(
              "what cannot exist does not",
              "not " + STRATEGIC,
              dependencies("strategic: false"),
              CONCLUDED),
          row(
              "what may exist leaves it presumed, and each of the facts is asked for",
              "not " + STRATEGIC,
              dependencies("", ""),
              CONCLUDED,
              "a.strategic",
              "b.strategic"),
          row(
              "one that is certain stops it, whatever is not known beside it",
              "not " + STRATEGIC,
              dependencies("", "strategic: true"),
              CLEAR),
          row(
              "and whatever else the rule waits for",
              "Subject( sme == true ) not " + STRATEGIC,
              dependencies("strategic: true"),
              CLEAR),
          row(
              "a rule that asks for the list first is not taken in by silence",
              "StatedList( section == Section.DEPENDENCIES ) not " + STRATEGIC,
              "dependencies: unknown",
              UNDETERMINED,
              "dependencies"),
          row(
              "and takes an empty list at its word",
              "StatedList( section == Section.DEPENDENCIES ) not " + STRATEGIC,
              "dependencies: []",
              CONCLUDED),

          // accumulate
          row(
              "a total of what is known is certain",
              COUNTED.formatted(">= 2"),
              dependencies("strategic: true", "strategic: true"),
              CONCLUDED),
          row(
              "so is one that is too small",
              COUNTED.formatted(">= 2"),
              dependencies("strategic: true", "strategic: false"),
              CLEAR),
          row(
              "a total that may grow is open",
              COUNTED.formatted(">= 2"),
              dependencies("strategic: true", ""),
              UNDETERMINED,
              "b.strategic"),
          row(
              "one that may grow too far is presumed",
              COUNTED.formatted("== 1"),
              dependencies("strategic: true", ""),
              CONCLUDED,
              "b.strategic"),
          row(
              "totals that came to the same are told apart by what they wait for",
              """
              Party( $hq : hq )
                  accumulate( Dependency( frontEndCountry == $hq, strategic == true ); $n : count() )
                  accumulate( CriticalInput( substitutionMonths <= $n ); $m : count() )
                  Subject( this == $on, $m >= 1 )\
              """,
              """
              parties: [{id: x, hq: CN}, {id: y, hq: TW}]
              dependencies: [{id: a, front_end_country: TW}]
              critical_inputs: [{id: i, substitution_months: 1}]
              """,
              UNDETERMINED,
              "a.strategic"));

  /** Dependencies called a, b and so on. */
  private static String dependencies(String... each) {
    StringBuilder yaml = new StringBuilder("dependencies:\n");
    for (int i = 0; i < each.length; i++) {
      yaml.append("  - {id: ").append((char) ('a' + i));
      yaml.append(each[i].isEmpty() ? "" : ", " + each[i]).append("}\n");
    }
    return yaml.toString();
  }

  @BeforeAll
  static void compileAllAtOnce() throws IOException {
    RuleSketches sketches = new RuleSketches();
    for (int i = 0; i < TABLE.size(); i++) {
      sketches.finding(RuleSketches.id(i), TABLE.get(i).conditions());
    }
    sketches
        .finding("kleene/and", "Dependency( strategic == true, criticalInfrastructure == true )")
        .finding("kleene/or", "Dependency( strategic == true || criticalInfrastructure == true )")
        .finding("kleene/not", "not " + STRATEGIC);
    advisor = chains(sketches).in(rules);
  }

  /** Rules that ask for what other rules may conclude. */
  private static RuleSketches chains(RuleSketches sketches) {
    String both = "Dependency( strategic == true, criticalInfrastructure == true )";
    String number = "accumulate( %s; $n : count() )";
    return sketches
        .concept("ways/first-asks-for-two", both, "new TransferRisk( $on )")
        .concept("ways/then-for-one", "Party( subjectToEar == true )", "new TransferRisk( $on )")
        .finding("ways/finding", "TransferRisk()")
        .concept(
            "totals/level",
            "Subject( sme == true ) " + number.formatted(STRATEGIC),
            "new Gp10Exposure( $on, $n > 1 ? Severity.HIGH : Severity.LOW )")
        .finding("totals/low", "Gp10Exposure( level == Severity.LOW )")
        .finding("totals/high", "Gp10Exposure( level == Severity.HIGH )")
        .concept(
            "tested/level",
            COUNTED.formatted(">= 2"),
            "new CoercionExposure( $on, \"CN\", $n == 2 ? Severity.LOW : Severity.HIGH )")
        .finding("tested/low", "CoercionExposure( level == Severity.LOW )")
        .finding("tested/high", "CoercionExposure( level == Severity.HIGH )")
        .concept("lost/presumed", "not Party( highRiskVendor == true )", "new DualExposure( $on )")
        .concept(
            "lost/by-number",
            number.formatted("DualExposure()"),
            "new BifurcationExposure( $on, $n > 0 ? Severity.HIGH : Severity.LOW )")
        .concept(
            "lost/by-silence",
            "Subject( sme != true )",
            "new BifurcationExposure( $on, Severity.HIGH )")
        .finding("lost/finding", "BifurcationExposure( level == Severity.HIGH )");
  }

  private static Assessment assess(String facts) throws IOException {
    String yaml =
        facts.startsWith("subject: {")
            ? facts.replace("subject: {", "subject: {id: s, ")
            : "subject: {id: s}\n" + facts;
    eu.policyadvisor.FactsRead read =
        advisor.read("facts", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.problems()).isEmpty();
    return advisor.assess(read.factSets().get(0), LocalDate.of(2026, 11, 1));
  }

  /** The values and lists that could change what comes of a rule. */
  private static List<String> asked(Assessment assessment, String rule) {
    Stream<String> values =
        assessment.unknowns().stream()
            .filter(unknown -> unknown.rules().contains(rule))
            .map(unknown -> unknown.value().fact().id() + "." + unknown.value().field());
    Stream<String> lists =
        assessment.undetermined().stream()
            .filter(each -> each.rule().id().equals(rule))
            .flatMap(each -> each.lists().stream())
            .map(list -> list.key());
    return Stream.concat(values, lists).sorted().toList();
  }

  private static void assertRule(String id, String facts, RuleStatus status, List<String> asked)
      throws IOException {
    Assessment assessment = assess(facts);
    assertThat(assessment.statuses()).containsEntry(id, status);
    assertThat(asked(assessment, id)).isEqualTo(asked);
  }

  static List<Row> table() {
    return TABLE;
  }

  @ParameterizedTest
  @MethodSource("table")
  void eachConditionHoldsFailsOrIsOpen(Row row) throws IOException {
    assertRule(RuleSketches.id(TABLE.indexOf(row)), row.facts(), row.status(), row.asked());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // one     | other     | one and other | one or other | not one
        "true      | true      | holds         | holds        | fails",
        "true      | false     | fails         | holds        | fails",
        "true      | unknown   | open          | holds        | fails",
        "false     | true      | fails         | holds        | holds",
        "false     | false     | fails         | fails        | holds",
        "false     | unknown   | fails         | open         | holds",
        "unknown   | true      | open          | holds        | open",
        "unknown   | false     | fails         | open         | open",
        "unknown   | unknown   | open          | open         | open",
      })
  void readsAsTheTablesOfKleeneSay(String one, String other, String and, String or, String not)
      throws IOException {
    Assessment assessment =
        assess(dependencies("strategic: %s, critical_infrastructure: %s".formatted(one, other)));
    assertThat(truth(assessment, "kleene/and")).as("and").isEqualTo(and);
    assertThat(truth(assessment, "kleene/or")).as("or").isEqualTo(or);
    assertThat(truth(assessment, "kleene/not")).as("not").isEqualTo(not);
  }

  private static String truth(Assessment assessment, String rule) {
    return !asked(assessment, rule).isEmpty()
        ? "open"
        : assessment.statuses().get(rule) == CONCLUDED ? "holds" : "fails";
  }

  @Test
  void ofSeveralRulesToOneConceptTheOneThatAsksForLeastCounts() throws IOException {
    assertRule(
        "ways/finding",
        "parties: [{id: x}]\n" + dependencies(""),
        UNDETERMINED,
        List.of("x.subject_to_ear"));
  }

  /** Low is what one strategic dependency comes to, high what two do. */
  @Test
  void aTotalThatOnlyTheConclusionReadsIsOpenToo() throws IOException {
    String one = dependencies("strategic: true", "");
    assertRule("totals/low", one, UNDETERMINED, List.of("b.strategic", "s.sme"));
    assertRule("totals/high", one, UNDETERMINED, List.of("b.strategic", "s.sme"));
    String known = "subject: {sme: true}\n" + one;
    assertRule("totals/low", known, CONCLUDED, List.of("b.strategic"));
    assertRule("totals/high", known, UNDETERMINED, List.of("b.strategic"));
    assertRule(
        "totals/high", dependencies("strategic: true", "strategic: false"), CLEAR, List.of());
  }

  /** Two make it low, three make it high, and one is ruled out by the condition. */
  @Test
  void aTotalIsOpenOnlyAsFarAsTheConditionsLeaveIt() throws IOException {
    String two = dependencies("strategic: true", "strategic: true", "");
    assertRule("tested/high", two, UNDETERMINED, List.of("c.strategic"));
    String one = dependencies("strategic: true", "");
    assertRule("tested/low", one, UNDETERMINED, List.of("b.strategic"));
    assertRule("tested/high", one, CLEAR, List.of());
  }

  /** The first rule counts what turns out to be presumed; only then the second one matters. */
  @Test
  void whatLostItsCertainWayIsPresumedByAnother() throws IOException {
    assertRule("lost/finding", "parties: [{id: x}]\n", CONCLUDED, List.of("s.sme"));
  }
}
