package eu.policyadvisor.rule;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Section;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Facts of some lists, of a subject of some kind: all conditions must hold, and no exception.
 *
 * @param lists the lists, {@link Section#NONE} for the subject itself; empty for all
 * @param fields asked of the fact
 * @param except asked of the fact as well, none of which may hold
 * @param subject asked of the subject
 */
public record FactPattern(
    List<Section> lists,
    List<FieldCondition> fields,
    List<FieldCondition> except,
    List<FieldCondition> subject) {

  /** Copies the lists. */
  public FactPattern {
    lists = List.copyOf(lists);
    fields = List.copyOf(fields);
    except = List.copyOf(except);
    subject = List.copyOf(subject);
  }

  /** For people to read: {@code data_flows: to_country eea; subject: country outside eu}. */
  public String inWords() {
    String facts =
        lists.isEmpty()
            ? "any fact"
            : lists.stream().map(Section::key).collect(Collectors.joining(", "));
    return facts
        + inWords(": ", fields)
        + inWords("; not ", except)
        + inWords("; subject: ", subject);
  }

  private static String inWords(String before, List<FieldCondition> conditions) {
    return conditions.stream()
        .map(FieldCondition::inWords)
        .collect(Collectors.joining(", ", conditions.isEmpty() ? "" : before, ""));
  }

  /** Whether a fact fits. */
  public boolean fits(Fact fact, FactSet facts) {
    return (lists.isEmpty() || lists.contains(fact.section()))
        && fields.stream().allMatch(each -> each.fits(fact))
        && except.stream().noneMatch(each -> each.fits(fact))
        && subject.stream().allMatch(each -> each.fits(facts.subject()));
  }
}
