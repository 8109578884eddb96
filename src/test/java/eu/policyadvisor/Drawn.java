package eu.policyadvisor;

import eu.policyadvisor.check.Generator;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.FactText;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.fact.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Fact sets that were drawn, and what tests do to them. */
public final class Drawn {
  private Drawn() {}

  /**
   * Fact sets, each with its day.
   *
   * @param seed the seed in the build
   * @param inBuild how many the build has time for
   */
  public static List<FactSet> sets(long seed, int inBuild) {
    return Stream.generate(new Generator(Seed.of(seed))::next).limit(Seed.sets(inBuild)).toList();
  }

  /** The day of a fact set. */
  public static LocalDate day(FactSet set) {
    return Objects.requireNonNull(set.asOf());
  }

  /** With each fact changed, the subject included. */
  public static FactSet each(FactSet set, UnaryOperator<Fact> change) {
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    set.lists()
        .forEach((section, facts) -> lists.put(section, facts.stream().map(change).toList()));
    Subject subject = (Subject) change.apply(set.subject());
    return new FactSet(set.title(), set.asOf(), subject, lists, set.provenance());
  }

  /** About another subject. */
  public static FactSet of(String subject, FactSet set) {
    return new FactSet(
        set.title(),
        set.asOf(),
        (Subject) set.subject().with("id", subject),
        set.lists(),
        set.provenance());
  }

  /** With more facts. */
  public static FactSet plus(FactSet set, List<Fact> more) {
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    set.lists().forEach((section, facts) -> lists.put(section, new ArrayList<>(facts)));
    more.forEach(fact -> lists.computeIfAbsent(fact.section(), any -> new ArrayList<>()).add(fact));
    return new FactSet(set.title(), set.asOf(), set.subject(), lists, set.provenance());
  }

  /** As a fact file, with a document for each. */
  public static String yaml(List<FactSet> sets) {
    List<String> documents = new ArrayList<>();
    sets.forEach(set -> documents.add(String.join("\n", FactText.lines(set)) + "\n"));
    return String.join("---\n", documents);
  }
}
