package eu.policyadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.fact.FactSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * A whole knowledge base of a few rules, so that a test sees what is made of their conclusions and
 * of nothing else.
 *
 * <p>There are four instruments to cite: {@code plain}, about which there is no doubt; {@code
 * unseen} and {@code unread}, which nobody verified; {@code due}, which is to be reviewed from
 * {@link #DUE} on.
 */
public final class FewRules {
  /** The day for which tests ask. */
  public static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  /** The day from which the status of {@code due} is to be confirmed. */
  public static final LocalDate DUE = LocalDate.of(2026, 10, 20);

  /** A condition that always holds once. */
  public static final String ALWAYS = "$on : Subject()";

  private static final String INSTRUMENTS =
      """
      instruments:
        - {id: plain, title: Plain, date: 2020-01-01, status: in_force, source: seen, verified: true}
        - {id: unseen, title: Unseen, date: 2020-01-01, status: in_force, verified: false}
        - {id: unread, title: Unread, date: 2020-01-01, status: in_force, verified: false}
        - {id: due, title: Due, date: 2020-01-01, status: in_force, source: seen, verified: true,
           review_on: %s}
      """
          .formatted(DUE);

  private static final String HEAD =
      """
      package eu.policyadvisor.rules.few

      import eu.policyadvisor.advice.*
      import eu.policyadvisor.fact.*
      import eu.policyadvisor.finding.*
      import eu.policyadvisor.rule.*

      """;

  private FewRules() {}

  /** An advisor that knows these rules only. */
  public static Advisor advisor(Path directory, String... rules) throws IOException {
    Files.writeString(directory.resolve("few.drl"), HEAD + String.join("\n", rules));
    Files.writeString(directory.resolve("parameters.yaml"), "parameters: []\n");
    Files.createDirectories(directory.resolve("catalog"));
    Files.writeString(directory.resolve("catalog/instruments.yaml"), INSTRUMENTS);
    return Advisor.standard().withRules(directory);
  }

  /**
   * A rule.
   *
   * @param card the annotations that it does not share with all others, and its dates
   * @param when its conditions
   * @param then what it does
   */
  public static String rule(String id, String card, String when, String then) {
    return """
    rule "%s"
        @title("Title") @summary("Summary.") @keyPoints("1") @layer("chips") %s
    when
        %s
    then
        %s
    end
    """
        .formatted(id, card, when, then);
  }

  /** A rule that finds something about {@code $on}. */
  public static String finding(String id, String severity, String confidence, String when) {
    return finding(id, severity, confidence, "plain", when);
  }

  /** A rule that finds something about {@code $on} and cites other instruments. */
  public static String finding(
      String id, String severity, String confidence, String cites, String when) {
    return rule(
        id,
        "@kind(\"finding\") @severity(\"%s\") @confidence(%s) @cites(\"%s\")"
            .formatted(severity, confidence, cites),
        when,
        "insertLogical( new Finding( drools.getRule().getName(), $on ) );");
  }

  /** A rule by which {@code $on} is of high sensitivity. */
  public static String concept(String id, String confidence, String cites, String when) {
    return rule(
        id,
        "@kind(\"concept\") @confidence(%s) @cites(\"%s\")".formatted(confidence, cites),
        when,
        "insertLogical( new SensitiveUse( $on ) );");
  }

  /** A rule that recommends something about {@code $on}. */
  public static String advice(
      String id, String urgency, String strength, String stance, String confidence, String when) {
    return rule(
        id,
        """
        @kind("advice") @action("Act on {on}") @addressee("subject")
        @urgency("%s") @strength("%s") @stance("%s") @confidence(%s) @cites("plain")
        """
            .formatted(urgency, strength, stance, confidence),
        when,
        "insertLogical( new Recommendation( drools.getRule().getName(), $on ) );");
  }

  /** A rule by which {@code $yields} gives way to {@code $prevails}. */
  public static String precedence(String id, String when) {
    return rule(
        id,
        "@kind(\"precedence\") @confidence(0.9) @cites(\"plain\")",
        when,
        "insertLogical( new Supersession( drools.getRule().getName(), $yields, $prevails ) );");
  }

  /** The facts of a text. */
  public static FactSet facts(Advisor advisor, String yaml) throws IOException {
    FactsRead read =
        advisor.read("facts.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.problems()).isEmpty();
    assertThat(read.factSets()).hasSize(1);
    return read.factSets().get(0);
  }

  /** Each conclusion as its rule, {@code on} and the id of its fact. */
  public static List<String> named(List<? extends Reasoned<?>> conclusions) {
    return conclusions.stream()
        .map(each -> each.card().id() + " on " + each.conclusion().on().id())
        .toList();
  }
}
