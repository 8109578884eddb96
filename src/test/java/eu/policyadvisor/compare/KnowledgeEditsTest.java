package eu.policyadvisor.compare;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that can be edited in a knowledge base, and how the edit is told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnowledgeEditsTest {
  private static final String HEAD =
      """
      package eu.policyadvisor.rules.few

      import eu.policyadvisor.advice.*
      import eu.policyadvisor.fact.*
      import eu.policyadvisor.finding.*
      import eu.policyadvisor.rule.*

      """;
  private static final String RULES =
      """
      rule "few/found"
          @kind("finding") @title("Found") @summary("Found it.") @keyPoints("1, 2") @layer("chips")
          @severity("low") @confidence(0.8) @cites("one Article 1; two")
          date-effective "01-Jan-2025"
      when
          $on : Accelerator( quantity > 5, product == "x" )
      then
          insertLogical( new Finding( drools.getRule().getName(), $on ) );
      end

      rule "few/advised"
          @kind("advice") @title("Advised") @summary("Do it.") @keyPoints("1") @layer("chips")
          @action("Act on {on}") @addressee("subject") @urgency("now") @strength("should")
          @stance("restrict") @confidence(0.8) @cites("one")
      when
          Finding( rule == "few/found", $on : on )
      then
          insertLogical( new Recommendation( drools.getRule().getName(), $on ) );
      end

      rule "few/old"
          @kind("finding") @title("Old") @summary("Old.") @keyPoints("1") @layer("chips")
          @severity("low") @confidence(0.8) @cites("one")
      when
          $on : Subject()
      then
          insertLogical( new Finding( drools.getRule().getName(), $on ) );
      end
      """;
  private static final String PARAMETERS =
      """
      parameters:
        - {name: a, value: 5, reference: own, verified: false}
        - {name: b, value: 1, reference: own, valid_to: 2025-01-31, verified: true}
        - {name: b, value: 2, reference: own, valid_from: 2025-02-01, verified: true}
        - {name: c, value: 1, reference: own, verified: true}
      """;
  private static final String INSTRUMENTS =
      """
      instruments:
        - {id: one, title: One, date: 2023-01-01, status: in_force, source: seen, verified: true}
        - {id: two, title: Two, reference: R2, date: 2024-01-01, status: proposed, verified: false}
      """;
  private static final String VENDORS =
      """
      vendors:
        - {id: v, name: V, hq: CN, source: seen, verified: true}
        - {id: w, name: W, hq: US, source: seen, verified: true}
      """;
  private static final String ACCELERATORS =
      """
      accelerators:
        - {id: x, vendor: v, tpp: 100, confidence: {tpp: 0.7}, source: seen, verified: true}
      """;
  private static final String GROUPS =
      """
      groups:
        - {name: g, countries: [AT, BE], reference: own, verified: true}
        - {name: h, countries: [DE], reference: own, verified: true}
      """;

  private static final String COVERAGE =
      """
      coverage:
        - id: n
          title: N
          question: main
          where: [{lists: [models], fields: {stage: [pilot]}}]
          not_for: {country: [CH]}
          law: law
          cites: [one Art. 1]
          turn_to: counsel
          says: Not known.
        - id: o
          title: O
          question: main
          where: [{lists: [models]}]
          law: law
          turn_to: counsel
          says: Not known.
      """;

  private List<String> edits;

  @BeforeAll
  void edit(@TempDir Path before, @TempDir Path after) throws IOException {
    Advisor was =
        advisor(before, RULES, PARAMETERS, INSTRUMENTS, VENDORS, ACCELERATORS, GROUPS, COVERAGE);
    Advisor is =
        advisor(
            after,
            RULES
                .replace("Found it.", "Found that.")
                .replace("\"1, 2\"", "\"1, 3\"")
                .replace("one Article 1; two", "one Article 9; two (b)")
                .replace(
                    "\"chips\")\n    @severity(\"low\") @confidence(0.8) @cites(\"one Article",
                    "\"models\")\n    @severity(\"high\") @confidence(0.9) @cites(\"one Article")
                .replace("\"01-Jan-2025\"", "\"02-Jan-2025\" date-expires \"01-Feb-2027\"")
                .replace("quantity > 5", "quantity > 6")
                .replace("Act on", "Act for")
                .replace("\"subject\"", "\"member_state\"")
                .replace("\"now\"", "\"short\"")
                .replace("\"should\"", "\"must\"")
                .replace("\"restrict\"", "\"prohibit\"")
                .replace("few/old", "few/young")
                .replace("\"Advised\"", "\"Counselled\""),
            PARAMETERS
                .replace(
                    "value: 5, reference: own, verified: false",
                    "value: 6, reference: theirs, verified: true, review_on: 2027-01-01")
                .replace("2025-01-31", "2025-02-28")
                .replace("2025-02-01", "2025-03-01")
                .replace("{name: c", "{name: d"),
            INSTRUMENTS.replace(
                "{id: two, title: Two, reference: R2, date: 2024-01-01, status: proposed, verified:"
                    + " false}",
                "{id: two, title: Too, reference: R3, date: 2024-02-01, status: in_force, link:"
                    + " 'https://a.example', source: seen, verified: true, review_on: 2027-02-01}"),
            VENDORS.replace("hq: CN", "hq: HK").replace("{id: w, name: W", "{id: y, name: Y"),
            ACCELERATORS
                .replace("tpp: 0.7", "tpp: 0.6")
                .replace("tpp: 100", "tpp: 200")
                .replace("source: seen, verified: true", "verified: false, review_on: 2027-03-01"),
            GROUPS
                .replace(
                    "[AT, BE], reference: own, verified: true",
                    "[BE, CY], reference: theirs, verified: false, review_on: 2027-04-01")
                .replace("name: h", "name: i"),
            COVERAGE
                .replace("title: N", "title: M")
                .replaceFirst("question: main", "question: further")
                .replace("[pilot]", "[service]")
                .replace("[CH]", "[NO]")
                .replaceFirst("law: law", "law: other law")
                .replace("one Art. 1", "two Art. 1")
                .replaceFirst("turn_to: counsel", "turn_to: a court")
                .replaceFirst("Not known", "Unknown")
                .replace("id: o", "id: p"));
    edits =
        KnowledgeEdits.between(
                Side.of("before", was),
                new Side("after", is, file -> Path.of(file).getFileName().toString()))
            .stream()
            .flatMap(
                edit ->
                    edit.details().isEmpty()
                        ? List.of(
                            "%s %s %s %s"
                                .formatted(edit.how(), edit.what(), edit.name(), place(edit)))
                            .stream()
                        : edit.details().stream()
                            .map(
                                each ->
                                    "%s %s %s %s: %s -> %s"
                                        .formatted(
                                            edit.how(),
                                            edit.name(),
                                            place(edit),
                                            each.of(),
                                            each.before(),
                                            each.after())))
            .toList();
  }

  private static String place(KnowledgeEdit edit) {
    return edit.place().replaceAll(".*/", "");
  }

  private static Advisor advisor(
      Path directory, String rules, String parameters, String... catalogue) throws IOException {
    Files.writeString(directory.resolve("few.drl"), HEAD + rules);
    Files.writeString(directory.resolve("parameters.yaml"), parameters);
    Path catalog = Files.createDirectories(directory.resolve("catalog"));
    Files.writeString(catalog.resolve("instruments.yaml"), catalogue[0]);
    Files.writeString(catalog.resolve("vendors.yaml"), catalogue[1]);
    Files.writeString(catalog.resolve("accelerators.yaml"), catalogue[2]);
    Files.writeString(catalog.resolve("country-groups.yaml"), catalogue[3]);
    Files.writeString(catalog.resolve("coverage.yaml"), catalogue[4]);
    return Advisor.standard().withRules(directory);
  }

  @Test
  void areToldInTheOrderOfKindsAndNames() {
    assertThat(edits)
        .containsExactly(
            "CHANGED few/advised few.drl:18 title: Advised -> Counselled",
            "CHANGED few/advised few.drl:18 action: Act on {on} -> Act for {on}",
            "CHANGED few/advised few.drl:18 addressee: subject -> member_state",
            "CHANGED few/advised few.drl:18 urgency: now -> short",
            "CHANGED few/advised few.drl:18 strength: should -> must",
            "CHANGED few/advised few.drl:18 stance: restrict -> prohibit",
            "CHANGED few/advised few.drl:18 standing: null -> out_of_use",
            "CHANGED few/found few.drl:8 summary: Found it. -> Found that.",
            "CHANGED few/found few.drl:8 key points: [1, 2] -> [1, 3]",
            "CHANGED few/found few.drl:8 layer: chips -> models",
            "CHANGED few/found few.drl:8 severity: low -> high",
            "CHANGED few/found few.drl:8 confidence: 0.8 -> 0.9",
            "CHANGED few/found few.drl:8 citation: one Article 1; two -> one Article 9; two (b)",
            "CHANGED few/found few.drl:8 date-effective: 2025-01-01 -> 2025-01-02",
            "CHANGED few/found few.drl:8 date-expires: null -> 2027-02-01",
            "CHANGED few/found few.drl:8 condition: There is an accelerator such that its quantity"
                + " is more than 5; and its product is x. -> There is an accelerator such that its"
                + " quantity is more than 6; and its product is x.",
            "REMOVED RULE few/old few.drl:28",
            "ADDED RULE few/young few.drl:28",
            "CHANGED a  value: 5 -> 6",
            "CHANGED a  reference: own -> theirs",
            "CHANGED a  verified: false -> true",
            "CHANGED a  review_on: null -> 2027-01-01",
            "CHANGED b  value: 1 to 2025-01-31, 2 from 2025-02-01 -> 1 to 2025-02-28, 2 from"
                + " 2025-03-01",
            "REMOVED PARAMETER c ",
            "ADDED PARAMETER d ",
            "CHANGED accelerators/x  tpp: 100 -> 200",
            "CHANGED accelerators/x  confidence.tpp: 0.7 -> 0.6",
            "CHANGED accelerators/x  source: seen -> null",
            "CHANGED accelerators/x  verified: true -> false",
            "CHANGED accelerators/x  review_on: null -> 2027-03-01",
            "CHANGED vendors/v  hq: CN -> HK",
            "REMOVED CATALOGUE_ENTRY vendors/w ",
            "ADDED CATALOGUE_ENTRY vendors/y ",
            "CHANGED instruments/two  title: Two -> Too",
            "CHANGED instruments/two  reference: R2 -> R3",
            "CHANGED instruments/two  date: 2024-01-01 -> 2024-02-01",
            "CHANGED instruments/two  status: proposed -> in_force",
            "CHANGED instruments/two  link: null -> https://a.example",
            "CHANGED instruments/two  source: null -> seen",
            "CHANGED instruments/two  verified: false -> true",
            "CHANGED instruments/two  review_on: null -> 2027-02-01",
            "CHANGED g  countries: AT -> null",
            "CHANGED g  countries: null -> CY",
            "CHANGED g  reference: own -> theirs",
            "CHANGED g  verified: true -> false",
            "CHANGED g  review_on: null -> 2027-04-01",
            "REMOVED COUNTRY_GROUP h ",
            "ADDED COUNTRY_GROUP i ",
            "CHANGED n  title: N -> M",
            "CHANGED n  question: main -> further",
            "CHANGED n  where: models: stage pilot -> null",
            "CHANGED n  where: not for a subject of country CH -> null",
            "CHANGED n  where: null -> models: stage service",
            "CHANGED n  where: null -> not for a subject of country NO",
            "CHANGED n  law: law -> other law",
            "CHANGED n  citation: one Art. 1 -> null",
            "CHANGED n  citation: null -> two Art. 1",
            "CHANGED n  turn_to: counsel -> a court",
            "CHANGED n  says: Not known. -> Unknown.",
            "REMOVED UNCOVERED o ",
            "ADDED UNCOVERED p ");
  }
}
