package eu.policyadvisor.rule;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A question that the rules do not answer: which facts raise it, which law does answer it, and
 * where to turn.
 *
 * @param id unique name, such as {@code merger-control}
 * @param title what is not covered, for a heading
 * @param question whether it is what the facts that raise it are likely to be about
 * @param where the facts that raise it; one of these patterns is enough
 * @param notFor asked of the subject; where one of these holds, another law governs
 * @param law the law that governs it, in plain words
 * @param cites instruments of that law; empty where it differs from state to state
 * @param turnTo the authority or adviser to ask
 * @param says a sentence for the reader: what the rules leave out, and what to do about it
 */
public record Uncovered(
    String id,
    String title,
    Question question,
    List<FactPattern> where,
    List<FieldCondition> notFor,
    String law,
    List<Citation> cites,
    String turnTo,
    String says) {

  /** What such a question is to the one who states the fact. */
  public enum Question {
    /**
     * Likely the one that is asked: where no rule concludes about the fact, the answer is that it
     * is not covered; where one does, that this is not covered either.
     */
    MAIN,
    /** One more, told beside the answer of the rules, of which it takes nothing away. */
    FURTHER
  }

  /** Copies the lists. */
  public Uncovered {
    where = List.copyOf(where);
    notFor = List.copyOf(notFor);
    cites = List.copyOf(cites);
  }

  /**
   * Whether a fact raises the question. What is not known raises none.
   *
   * @param fact a fact of the set, the subject included
   * @param facts facts that are completed from the catalogue, so that seats of parties are known
   */
  public boolean concerns(Fact fact, FactSet facts) {
    return where.stream().anyMatch(each -> each.fits(fact, facts))
        && notFor.stream().noneMatch(each -> each.fits(facts.subject()));
  }

  /** All conditions, asked of a fact or of the subject. */
  public Stream<FieldCondition> conditions() {
    return Stream.concat(
        notFor.stream(),
        where.stream()
            .flatMap(each -> Stream.of(each.fields(), each.except(), each.subject()))
            .flatMap(List::stream));
  }

  /** The instruments that were there on a day: advice for that day cites no later ones. */
  public List<Citation> citesOn(LocalDate day) {
    return cites.stream().filter(each -> each.instrument().existsOn(day)).toList();
  }
}
