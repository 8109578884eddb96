package eu.policyadvisor.reasoning;

import eu.policyadvisor.advice.Item;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.engine.reading.Waiting;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.LikeFacts;
import eu.policyadvisor.fact.Records;
import eu.policyadvisor.finding.Conclusion;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is told of a few of many {@linkplain LikeFacts like facts}, said of all of them.
 *
 * <p>Idea: conclusions that become equal when each fact is replaced by the first that is like it
 * are the same conclusion but for an exchange of facts.
 */
public final class LikeConclusions {
  private final LikeFacts like;

  /** For one fact set, of which some facts are alike. */
  public LikeConclusions(LikeFacts like) {
    this.like = like;
  }

  /** Whether the same was concluded, but for an exchange of facts. */
  public boolean agree(Collection<Conclusion> ones, Collection<Conclusion> others) {
    return kinds(ones).equals(kinds(others));
  }

  /** Those of the conclusions that are, but for an exchange of facts, among some others. */
  public Set<Conclusion> among(Collection<Conclusion> all, Collection<Conclusion> some) {
    Set<Object> kinds = kinds(some);
    Set<Conclusion> among = new HashSet<>();
    for (Conclusion conclusion : all) {
      if (kinds.contains(kind(conclusion))) {
        among.add(conclusion);
      }
    }
    return among;
  }

  private Set<Object> kinds(Collection<Conclusion> conclusions) {
    Set<Object> kinds = new HashSet<>();
    conclusions.forEach(conclusion -> kinds.add(kind(conclusion)));
    return kinds;
  }

  private Object kind(Object part) {
    if (part instanceof Fact fact) {
      String first = Item.key(like.first(fact));
      return fact instanceof CountryShare share ? first + '/' + share.country() : first;
    } else if (part instanceof Conclusion && part instanceof Record record) {
      return List.of(
          record.getClass(),
          Records.values(record).map(each -> each == null ? "" : kind(each)).toList());
    }
    return part;
  }

  /**
   * What depends on values that are not known, of which those of the first of like facts stand for
   * those of the others. Conclusions are about the few that were read.
   */
  public Waiting of(Waiting few) {
    return new Waiting(
        open(few.possible()), open(few.presumed()), few.mayCome(), few.mayFall(), few.alone());
  }

  private List<Waiting.Open> open(List<Waiting.Open> few) {
    return few.stream()
        .map(
            each -> {
              Set<OpenValue> firsts = new LinkedHashSet<>();
              each.awaits()
                  .forEach(
                      value ->
                          firsts.add(
                              like.isLater(value.fact())
                                  ? new OpenValue(like.first(value.fact()), value.field())
                                  : value));
              return new Waiting.Open(each.rule(), firsts, each.lists());
            })
        .toList();
  }
}
