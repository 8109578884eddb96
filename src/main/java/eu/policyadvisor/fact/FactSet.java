package eu.policyadvisor.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is given about one subject: what is assessed.
 *
 * <p>A list that is null was not stated; an empty list says that there is nothing of the kind.
 *
 * @param title a heading for people, or null
 * @param question what the advice is asked for, as a person would ask it, or null; it changes no
 *     advice
 * @param reader for whom a brief is written, or null; it changes no advice
 * @param roles who does what, as a brief names them
 * @param asOf the date the advice is asked for, or null
 * @param subject the actor the advice is for
 * @param lists the stated lists; a section that is missing was not stated
 * @param provenance where the fact set stands
 * @param derived facts that follow from the stated ones, such as the party that a field names; they
 *     count as facts, not as stated lists
 * @param confirmations legal states of instruments that somebody saw; no facts
 */
@RecordBuilder
public record FactSet(
    @Nullable String title,
    @Nullable String question,
    @Nullable String reader,
    Roles roles,
    @Nullable LocalDate asOf,
    Subject subject,
    Map<Section, List<Fact>> lists,
    Provenance provenance,
    List<Fact> derived,
    List<Confirmation> confirmations) {

  /** Copies the lists. */
  public FactSet {
    Map<Section, List<Fact>> copy = new EnumMap<>(Section.class);
    lists.forEach((section, facts) -> copy.put(section, List.copyOf(facts)));
    lists = Map.copyOf(copy);
    derived = List.copyOf(derived);
    confirmations = List.copyOf(confirmations);
  }

  /** A fact set without a question, of which nothing was derived yet. */
  public FactSet(
      @Nullable String title,
      @Nullable LocalDate asOf,
      Subject subject,
      Map<Section, List<Fact>> lists,
      Provenance provenance) {
    this(title, null, null, Roles.NONE, asOf, subject, lists, provenance, List.of(), List.of());
  }

  /**
   * A fact set built in Java: each fact goes to the list of its kind, and lists without a fact
   * count as not stated.
   */
  public static FactSet of(Subject subject, Fact... facts) {
    Map<Section, List<Fact>> lists = new EnumMap<>(Section.class);
    for (Fact fact : facts) {
      lists.computeIfAbsent(fact.section(), section -> new ArrayList<>()).add(fact);
    }
    return new FactSet(null, null, subject, lists, Provenance.NONE);
  }

  /** Whether the list was stated, be it empty. */
  public boolean states(Section section) {
    return lists.containsKey(section);
  }

  /** Whether the fact set says that what a list would hold is not known. */
  public boolean saysUnknown(Section section) {
    return !states(section) && provenance.fields().containsKey(section.key());
  }

  /** The facts of a list; empty when it was not stated. */
  public List<Fact> facts(Section section) {
    return lists.getOrDefault(section, List.of());
  }

  /** This fact set with another list; null says that it is not stated. */
  public FactSet with(Section section, @Nullable List<? extends Fact> facts) {
    Map<Section, List<Fact>> other = new HashMap<>(lists);
    if (facts == null) {
      other.remove(section);
    } else {
      other.put(section, List.copyOf(facts));
    }
    return FactSetBuilder.builder(this).lists(other).build();
  }

  /** This fact set with more confirmations than its own. */
  public FactSet confirmedBy(List<Confirmation> more) {
    List<Confirmation> all = new ArrayList<>(confirmations);
    all.addAll(more);
    return FactSetBuilder.builder(this).confirmations(all).build();
  }

  /** The subject, the facts of all lists, section by section, and what was derived. */
  public List<Fact> all() {
    List<Fact> all = new ArrayList<>();
    all.add(subject);
    for (Section section : Section.values()) {
      all.addAll(facts(section));
    }
    all.addAll(derived);
    return List.copyOf(all);
  }
}
