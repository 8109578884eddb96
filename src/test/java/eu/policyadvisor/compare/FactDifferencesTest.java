package eu.policyadvisor.compare;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FactsRead;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Section;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What differs between two fact files, with places, and the first with some of it changed. */
class FactDifferencesTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final LocalDate NEXT = LocalDate.of(2026, 11, 2);

  private static final String BEFORE =
      """
      as_of: 2026-11-01
      subject: {id: a, type: company, country: SE, size: unknown}
      accelerators:
        - {id: kept, vendor: nvidia, quantity: 8, lifecycle: unknown}
        - {id: gone, vendor: amd}
      models:
        - {id: user, accelerator: gone, name: M}
        - {id: other, accelerator: kept}
      frameworks: []
      parties: unknown
      """
          .replace(", size: unknown", "");
  private static final String AFTER =
      """
      title: Later
      as_of: 2026-11-02
      subject: {id: b, type: company, country: FI}
      accelerators:
        - {id: come, vendor: intel}
        - {id: kept, vendor: nvidia, quantity: 9}
      models:
        - {id: user, accelerator: come, name: M}
        - {id: other, accelerator: kept}
        - {id: new, accelerator: come}
      parties: []
      """;

  private static FactSet read(String file, String yaml) throws IOException {
    FactsRead reading =
        ADVISOR.read(file, new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    assertThat(reading.problems()).isEmpty();
    return reading.factSets().get(0);
  }

  private static FactDifferences differences() throws IOException {
    return new FactDifferences(read("before", BEFORE), read("after", AFTER), DAY, NEXT);
  }

  private static String spot(FactDifference.Spot spot) {
    return "%s:%d:%d %s".formatted(spot.file(), spot.line(), spot.column(), spot.text());
  }

  private static List<String> told(FactDifferences differences) {
    return differences.all().stream()
        .map(
            each ->
                "%s %s, %s, %s, with %s"
                    .formatted(
                        each.kind(),
                        each.path(),
                        spot(each.before()),
                        spot(each.after()),
                        each.with()))
        .toList();
  }

  @Test
  void eachIsToldWithItsPlacesAndWithWhatItNeeds() throws IOException {
    assertThat(told(differences()))
        .containsExactly(
            "DATE as_of, before:1:8 2026-11-01, after:2:8 2026-11-02, with []",
            "FIELD subject.country, before:2:42 SE, after:3:42 FI, with []",
            "FIELD accelerators[kept].quantity, before:4:42 8, after:6:42 9, with []",
            "FIELD accelerators[kept].lifecycle, before:4:56 unknown, after:6:5 null, with []",
            "ONLY_BEFORE accelerators[gone], before:5:5 gone, after:0:0 null,"
                + " with [models[user].accelerator]",
            "ONLY_AFTER accelerators[come], before:0:0 null, after:5:5 come, with []",
            "LIST frameworks, before:9:13 [], after:0:0 null, with []",
            "FIELD models[user].accelerator, before:7:29 gone, after:8:29 come,"
                + " with [accelerators[come]]",
            "ONLY_AFTER models[new], before:0:0 null, after:10:5 new, with [accelerators[come]]",
            "LIST parties, before:10:10 unknown, after:11:10 [], with []");
  }

  @Test
  void theSameFactsDoNotDiffer() throws IOException {
    FactSet facts = read("before", BEFORE);
    assertThat(new FactDifferences(facts, facts, DAY, DAY).all()).isEmpty();
    assertThat(new FactDifferences(facts, read("x", BEFORE), DAY, DAY).all()).isEmpty();
  }

  private static Set<Integer> closed(FactDifferences differences, String path) {
    List<FactDifference> all = differences.all();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).path().equals(path)) {
        return differences.closed(Set.of(i));
      }
    }
    throw new AssertionError("there is no difference " + path);
  }

  private static List<String> paths(FactDifferences differences, Set<Integer> some) {
    return some.stream().map(each -> differences.all().get(each).path()).toList();
  }

  @Test
  void someAreClosedByAllThatTheyNeed() throws IOException {
    FactDifferences all = differences();
    assertThat(paths(all, closed(all, "models[user].accelerator")))
        .containsExactly("accelerators[come]", "models[user].accelerator");
    assertThat(paths(all, closed(all, "accelerators[gone]")))
        .containsExactly("accelerators[gone]", "accelerators[come]", "models[user].accelerator");
    assertThat(paths(all, closed(all, "subject.country"))).containsExactly("subject.country");
  }

  private static List<FactDifference> some(FactDifferences all, String... paths) {
    List<FactDifference> some = new ArrayList<>();
    for (String path : paths) {
      all.all().stream().filter(each -> each.path().equals(path)).forEach(some::add);
    }
    assertThat(some).hasSize(paths.length);
    return some;
  }

  @Test
  void theDayChangesOnlyWithTheDate() throws IOException {
    FactDifferences all = differences();
    assertThat(all.day(all.all())).isEqualTo(NEXT);
    assertThat(all.day(some(all, "subject.country"))).isEqualTo(DAY);
    assertThat(all.day(List.of())).isEqualTo(DAY);
  }

  private static String written(FactSet facts) {
    StringBuilder written =
        new StringBuilder(facts.subject().id() + " " + facts.subject().country());
    for (Section section : Section.values()) {
      if (section != Section.NONE && facts.states(section)) {
        written.append("; ").append(section.key());
        facts.facts(section).forEach(fact -> written.append(' ').append(telling(fact)));
      }
    }
    return written + "; " + facts.title() + " " + facts.asOf();
  }

  private static String telling(Fact fact) {
    return fact.id()
        + "="
        + fact.value(fact.section() == Section.MODELS ? "accelerator" : "quantity");
  }

  @Test
  void theFirstIsChangedBySomeOfThem() throws IOException {
    FactDifferences all = differences();
    assertThat(written(all.with(List.of())))
        .isEqualTo(
            "a SE; accelerators kept=8 gone=null; frameworks; models user=gone other=kept;"
                + " null 2026-11-01");
    assertThat(written(all.with(some(all, "subject.country", "accelerators[kept].quantity"))))
        .startsWith(
            "a FI; accelerators kept=9 gone=null; frameworks; models user=gone other=kept;");
    assertThat(written(all.with(some(all, "accelerators[gone]", "accelerators[come]"))))
        .startsWith(
            "a SE; accelerators kept=8 come=null; frameworks; models user=gone other=kept;");
    assertThat(written(all.with(some(all, "models[new]", "models[user].accelerator"))))
        .startsWith(
            "a SE; accelerators kept=8 gone=null; frameworks; models user=come other=kept"
                + " new=come;");
    assertThat(written(all.with(some(all, "frameworks")))).doesNotContain("frameworks");
    assertThat(written(all.with(some(all, "parties")))).contains("parties");
    assertThat(written(all.with(all.all())))
        .isEqualTo(
            "a FI; accelerators kept=9 come=null; models user=come other=kept new=come;"
                + " parties; null 2026-11-01");
  }

  @Test
  void whetherAListIsUnknownGoesWithIt() throws IOException {
    FactDifferences all = differences();
    assertThat(all.with(List.of()).provenance().fields().get("parties").text())
        .isEqualTo("unknown");
    assertThat(all.with(some(all, "parties")).provenance().fields().get("parties").text())
        .isNotEqualTo("unknown");
    FactDifferences back =
        new FactDifferences(read("after", AFTER), read("before", BEFORE), NEXT, NEXT);
    assertThat(back.with(some(back, "parties")).provenance().fields().get("parties").text())
        .isEqualTo("unknown");
    assertThat(back.with(some(back, "frameworks")).provenance().fields()).containsKey("frameworks");
    assertThat(all.with(some(all, "frameworks")).provenance().fields())
        .doesNotContainKey("frameworks");
  }
}
