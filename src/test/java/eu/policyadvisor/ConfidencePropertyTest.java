package eu.policyadvisor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Doubt;
import eu.policyadvisor.advice.Edit;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.fact.AcceleratorBuilder;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Lifecycle;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.report.JsonDocument;
import eu.policyadvisor.report.JsonReport;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.RuleCard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How sure conclusions are, and what tells them apart: properties of generated facts. */
@ExtendWith(Seed.class)
class ConfidencePropertyTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final BigDecimal DOUBTED = new BigDecimal("0.9");

  @TempDir Path directory;

  /** What was the weakest link, what was in doubt, and how often. */
  private final Map<String, Integer> met = new TreeMap<>();

  private void meet(String what) {
    met.merge(what, 1, Integer::sum);
  }

  /** Links of proofs that have one way only, by what each is. */
  private record Link(String what, BigDecimal confidence) {}

  @Test
  void nothingIsSurerThanTheWeakestThingItRestsOn() throws Exception {
    Advisor listed = ADVISOR.withLists(ListedParties.lists(directory));
    Random random = new Random(Seed.of(6));
    for (FactSet drawn : Drawn.sets(20261206, 300)) {
      FactSet set = Drawn.plus(ListedParties.with(drawn, random), List.of(chip(random)));
      compare(listed, sureOrNot(set, random));
    }
    assertThat(met)
        .containsKeys("rule", "fact", "figure", "several ways", "0 doubts", "1 doubts", "2 doubts");
    assertThat(met.values()).allMatch(many -> many > 20);
  }

  /** No shipped rule that reads lists is surer than a row whose country is not known. */
  @Test
  void norSurerThanTheRowOfAListWhereTheRuleItselfIsSure() throws Exception {
    Path rules = Files.createDirectory(directory.resolve("rules"));
    Files.writeString(rules.resolve("parameters.yaml"), "parameters: []\n");
    Files.writeString(
        rules.resolve("sure.drl"),
        """
        package eu.policyadvisor.rules.sure
        import eu.policyadvisor.fact.PartyList
        import eu.policyadvisor.fact.Party
        import eu.policyadvisor.finding.Finding

        rule "sure/listed"
            @kind("finding") @title("Listed") @summary("A supplier is listed.")
            @keyPoints("1") @layer("compute") @severity("high") @confidence(1) @cites("us-entity-list")
        when
            $on : Party( lists contains PartyList.US_ENTITY_LIST )
        then
            insertLogical( new Finding( drools.getRule().getName(), $on ) );
        end
        """);
    Advisor listed =
        ADVISOR
            .withRules(rules)
            .withLists(ListedParties.lists(Files.createDirectory(directory.resolve("lists"))));
    Random random = new Random(Seed.of(66));
    for (FactSet drawn : Drawn.sets(20261207, 100)) {
      compare(listed, sureOrNot(ListedParties.with(drawn, random), random));
    }
    assertThat(met).containsKeys("rule", "fact", "row");
    assertThat(met.get("row")).isGreaterThan(20);
  }

  /** Whose figures the catalogue gives, each as sure as it says. */
  private static Fact chip(Random random) {
    List<String> products = List.copyOf(ADVISOR.knowledge().catalogue().ids("accelerators"));
    return AcceleratorBuilder.builder()
        .id("a chip of the catalogue")
        .product(products.get(random.nextInt(products.size())))
        .lifecycle(Lifecycle.OPERATING)
        .build();
  }

  /** With a confidence stated of every second fact. */
  private static FactSet sureOrNot(FactSet set, Random random) {
    return Drawn.each(
        set,
        fact ->
            random.nextBoolean()
                ? fact
                : fact.with("confidence", BigDecimal.valueOf(30 + random.nextInt(71), 2)));
  }

  private void compare(Advisor advisor, FactSet set) {
    Inquiry inquiry = advisor.inquire(set, Drawn.day(set));
    Assessment assessment = inquiry.advice(Set.of());
    JsonDocument.OfSubject told = new JsonReport().ofSubject(assessment);
    Map<String, JsonDocument.Advised> advised = new HashMap<>();
    told.recommendations().forEach(each -> advised.put(each.fingerprint(), each));
    for (int i = 0; i < told.findings().size(); i++) {
      JsonDocument.Found found = told.findings().get(i);
      compare(advisor, set, assessment.findings().get(i), found.confidence(), found.doubts());
    }
    for (Reasoned<?> each : assessment.recommendations()) {
      JsonDocument.Advised found = advised.get(assessment.fingerprint(each));
      compare(advisor, set, each, found.confidence(), found.doubts());
    }
  }

  private void compare(
      Advisor advisor,
      FactSet set,
      Reasoned<?> conclusion,
      JsonDocument.Sureness told,
      List<JsonDocument.Doubted> doubts) {
    List<Link> links = new ArrayList<>();
    if (!links(advisor, set, conclusion, links)) {
      meet("several ways");
      assertThat(told.value())
          .as("%s", conclusion.conclusion())
          .isLessThanOrEqualTo(weakest(advisor, set, conclusion));
      return;
    }
    Link weakest =
        links.stream()
            .min((one, other) -> one.confidence().compareTo(other.confidence()))
            .orElseThrow();
    Set<Doubt.Kind> kinds =
        doubts.stream().map(JsonDocument.Doubted::kind).collect(Collectors.toSet());
    meet(weakest.what());
    meet(kinds.size() + " doubts");
    assertThat(told.value())
        .as("%s rests on %s", conclusion.conclusion(), links)
        .isEqualByComparingTo(weakest.confidence().multiply(DOUBTED.pow(kinds.size())));
  }

  /** All links of a proof; false where something in it was reached in several ways. */
  private static boolean links(
      Advisor advisor, FactSet set, Reasoned<?> conclusion, List<Link> links) {
    boolean one = conclusion.because().size() == 1;
    Justification way = conclusion.because().get(0);
    links.add(new Link("rule", way.rule().confidence().value()));
    for (Premise premise : way.premises()) {
      if (premise instanceof Premise.Given given) {
        given(advisor, set, given, links);
      } else if (premise instanceof Premise.Concluded concluded) {
        one &= links(advisor, set, concluded.conclusion(), links);
      }
    }
    return one;
  }

  private static void given(
      Advisor advisor, FactSet set, Premise.Given given, Collection<Link> links) {
    Fact fact = given.fact() instanceof CountryShare share ? share.of() : given.fact();
    set.all().stream()
        .filter(each -> each.section() == fact.section() && each.id().equals(fact.id()))
        .map(Fact::confidence)
        .filter(Objects::nonNull)
        .forEach(stated -> links.add(new Link("fact", stated)));
    for (String field : given.fields()) {
      FieldOrigin origin = given.fact().provenance().fields().get(field);
      if (origin != null && origin.kind() == FieldOrigin.Kind.CATALOGUE) {
        CatalogueEntry entry =
            advisor
                .knowledge()
                .catalogue()
                .find(Objects.requireNonNull(origin.catalogueEntry()))
                .orElseThrow();
        Confidence figure = entry.confidence().get(field);
        if (figure != null) {
          links.add(new Link("figure", figure.value()));
        }
      } else if (origin != null && origin.kind() == FieldOrigin.Kind.LISTED) {
        boolean named = ((Party) fact).hq() == null;
        links.add(new Link("row", named ? new BigDecimal("0.9") : BigDecimal.ONE));
      }
    }
  }

  /** The weakest link of the way whose weakest link is the strongest. */
  private static BigDecimal weakest(Advisor advisor, FactSet set, Reasoned<?> conclusion) {
    BigDecimal strongest = BigDecimal.ZERO;
    for (Justification way : conclusion.because()) {
      BigDecimal weakest = way.rule().confidence().value();
      for (Premise premise : way.premises()) {
        List<Link> links = new ArrayList<>();
        if (premise instanceof Premise.Given given) {
          given(advisor, set, given, links);
        } else if (premise instanceof Premise.Concluded concluded) {
          weakest = weakest.min(weakest(advisor, set, concluded.conclusion()));
        }
        for (Link link : links) {
          weakest = weakest.min(link.confidence());
        }
      }
      strongest = strongest.max(weakest);
    }
    return strongest;
  }

  /** What is to make a conclusion another one. */
  private record Identity(
      String rule, String subject, String on, String severity, Set<List<String>> values) {}

  @Test
  void fingerprintsAreEqualWhereRuleSubjectFactSeverityAndValuesAreAndNowhereElse()
      throws Exception {
    Random random = new Random(Seed.of(12));
    List<FactSet> sets = Drawn.sets(20261212, 100);
    Pool pool = new Pool(ADVISOR, random, sets);
    Map<Identity, String> prints = new HashMap<>();
    Map<String, Identity> identities = new HashMap<>();
    int again = 0;
    for (FactSet set : sets) {
      for (FactSet variant : variants(set, pool, random)) {
        Assessment assessment = ADVISOR.inquire(variant, Drawn.day(variant)).advice(Set.of());
        List<Reasoned<?>> conclusions = new ArrayList<>(assessment.findings());
        conclusions.addAll(assessment.recommendations());
        for (Reasoned<?> each : conclusions) {
          Identity identity = identity(assessment, each);
          String print = assessment.fingerprint(each);
          again += prints.containsKey(identity) ? 1 : 0;
          assertThat(prints.getOrDefault(identity, print)).as("%s", identity).isEqualTo(print);
          assertThat(identities.getOrDefault(print, identity)).isEqualTo(identity);
          prints.put(identity, print);
          identities.put(print, identity);
        }
      }
    }
    assertThat(again).as("conclusions that came again").isGreaterThan(500);
    assertThat(apart(prints.keySet()))
        .as("pairs that one thing tells apart")
        .hasSize(3)
        .allMatch(many -> many > 10);
  }

  /**
   * How many are told apart from others by nothing but the rule, the subject, the values. Another
   * fact or severity comes with other values; FingerprintTest has them alone.
   */
  private static List<Integer> apart(Set<Identity> all) {
    return Stream.<UnaryOperator<Identity>>of(
            i -> new Identity("", i.subject(), i.on(), i.severity(), i.values()),
            i -> new Identity(i.rule(), "", i.on(), i.severity(), i.values()),
            i -> new Identity(i.rule(), i.subject(), i.on(), i.severity(), Set.of()))
        .map(rest -> all.size() - (int) all.stream().map(rest).distinct().count())
        .toList();
  }

  /** The same facts otherwise written, of another subject, and with another value. */
  private static List<FactSet> variants(FactSet set, Pool pool, Random random) throws IOException {
    FactSet shuffled = Drawn.each(set, fact -> shuffled(fact, random));
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    shuffled.lists().forEach((section, facts) -> lists.put(section, shuffled(facts, random)));
    FactSet written =
        new FactSet("Another title", set.asOf(), shuffled.subject(), lists, set.provenance());
    List<FactSet> read =
        ADVISOR
            .read(
                "another.yaml",
                new ByteArrayInputStream(Drawn.yaml(List.of(written)).getBytes(UTF_8)))
            .factSets();
    assertThat(read).hasSize(1);
    List<Edit> edits = pool.completions(pool.blanks(set, 1), set, 5);
    FactSet changed = edits.get(edits.size() - 1).apply(set);
    return Stream.of(set, read.get(0), Drawn.of("the other subject", set), changed)
        .filter(each -> ADVISOR.loaded().check(each).isEmpty())
        .toList();
  }

  private static Fact shuffled(Fact fact, Random random) {
    Fact shuffled = fact.with("name", "Name " + random.nextInt());
    for (RecordComponent component : Pool.fields(fact)) {
      String field = Names.inFile(component.getName());
      if (fact.value(field) instanceof List<?> list) {
        shuffled = shuffled.with(field, shuffled(list, random));
      }
    }
    return shuffled;
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static Identity identity(Assessment assessment, Reasoned<?> conclusion) {
    Set<List<String>> values = new HashSet<>();
    values(conclusion, values);
    RuleCard card = conclusion.card();
    String severity = "";
    if (conclusion.conclusion() instanceof Finding finding) {
      severity = String.valueOf(finding.severity() == null ? card.severity() : finding.severity());
    }
    return new Identity(
        card.id(),
        assessment.facts().subject().id(),
        conclusion.conclusion().on().id(),
        severity,
        values);
  }

  private static void values(Reasoned<?> conclusion, Set<List<String>> values) {
    for (Justification way : conclusion.because()) {
      for (Premise premise : way.premises()) {
        if (premise instanceof Premise.Given given) {
          for (String field : given.fields()) {
            values.add(List.of(given.fact().id(), field, text(given.fact().value(field))));
          }
        } else if (premise instanceof Premise.Concluded concluded) {
          values(concluded.conclusion(), values);
        }
      }
    }
  }

  private static String text(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).sorted().toList().toString();
    } else if (value instanceof Map<?, ?> map) {
      return new TreeMap<>(map).toString();
    }
    return value instanceof Fact fact ? fact.id() : value == null ? "?" : "=" + value;
  }
}
