package eu.policyadvisor.rule;

import eu.policyadvisor.fact.Section;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Terms that facts may name in a field that takes any text.
 *
 * @param name its name, that of its file: {@code materials}
 * @param field the field of which it should know each value, such as {@code
 *     critical_inputs.material}; null when it knows some of many
 * @param source where its terms and spellings were seen
 * @param date the day of that
 * @param terms the terms
 */
public record Vocabulary(
    String name, @Nullable String field, String source, LocalDate date, List<Term> terms) {

  /** Copies the terms. */
  public Vocabulary {
    terms = List.copyOf(terms);
  }

  /** Whether a text names any of its terms. */
  public boolean knows(String text) {
    StatedWords stated = StatedWords.of(text);
    return terms.stream().anyMatch(term -> term.isNamedIn(stated));
  }

  /** The field of which it should know each value, in the facts of a list; null when it is none. */
  public @Nullable String fieldIn(Section list) {
    int name = list.key().length();
    return field != null && field.startsWith(list.key()) && field.charAt(name) == '.'
        ? field.substring(name + 1)
        : null;
  }

  /** All that a person may write. */
  public List<String> spellings() {
    return terms.stream()
        .flatMap(term -> term.spellings().stream())
        .map(Spelling::plain)
        .distinct()
        .toList();
  }
}
