package eu.policyadvisor.rule;

import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Names;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a field of a fact has one of some values. A field of several values fits where one
 * of them does; what is not known fits nothing.
 *
 * @param field its name in a fact file
 * @param stated the values as the condition states them: with groups of countries and of terms by
 *     their names
 * @param outside whether a value fits that is none of these
 * @param values constants, truth values or countries, as a fact file writes them; empty where
 *     groups of terms are asked
 * @param groups groups of terms; a text fits that names a term of one of them
 */
public record FieldCondition(
    String field,
    List<String> stated,
    boolean outside,
    Set<String> values,
    List<TermGroup> groups) {

  /** Copies and sorts. */
  public FieldCondition {
    stated = List.copyOf(stated);
    values = Collections.unmodifiableSet(new TreeSet<>(values));
    groups = List.copyOf(groups);
  }

  /**
   * Whether a fact fits.
   *
   * @throws IllegalArgumentException if this kind of fact has no such field
   */
  public boolean fits(Fact fact) {
    @Nullable Object value = fact.value(field);
    return value instanceof Collection<?> all
        ? all.stream().anyMatch(this::fitsOne)
        : value != null && fitsOne(value);
  }

  /** For people to read: {@code to_country outside eea}. */
  public String inWords() {
    return field + (outside ? " outside " : " ") + Names.list(stated, "or");
  }

  private boolean fitsOne(Object value) {
    String text = Names.value(value);
    return groups.isEmpty()
        ? values.contains(text) != outside
        : groups.stream().anyMatch(group -> group.covers(text));
  }
}
