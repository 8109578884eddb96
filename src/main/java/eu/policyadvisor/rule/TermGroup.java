package eu.policyadvisor.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Terms that a law, or this project, treats alike, as a fact that rules can match and ask: {@code
 * $chips.covers( targetSector )}.
 *
 * @param name unique name, such as {@code fdi-article-4}
 * @param vocabulary the name of the vocabulary that holds it
 * @param terms the terms
 * @param reference where they are laid down
 * @param date the day from which that says so
 * @param states what a fact that names one of the terms states with it, as written, by the name of
 *     the field in a fact file
 */
public record TermGroup(
    String name,
    String vocabulary,
    List<Term> terms,
    String reference,
    LocalDate date,
    Map<String, String> states)
    implements Named {
  /** So many terms are told with their spellings. */
  private static final int FEW = 3;

  /** Copies the terms. */
  public TermGroup {
    terms = List.copyOf(terms);
    states = Map.copyOf(states);
  }

  /** Whether a text names one of the terms; what is not known names none. */
  public boolean covers(@Nullable String text) {
    if (text == null) {
      return false;
    }
    StatedWords stated = StatedWords.of(text);
    for (Term term : terms) {
      if (term.isNamedIn(stated)) {
        return true;
      }
    }
    return false;
  }

  /** The same without one of its terms. */
  public TermGroup without(String term) {
    List<Term> fewer = terms.stream().filter(each -> !each.name().equals(term)).toList();
    return new TermGroup(name, vocabulary, fewer, reference, date, states);
  }

  /** The terms for people to read; where they are few, with other spellings. */
  public String inWords() {
    return terms.stream()
        .map(term -> terms.size() > FEW ? term.name() : term.inWords())
        .collect(Collectors.joining(", "));
  }
}
