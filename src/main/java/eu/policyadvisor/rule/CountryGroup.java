package eu.policyadvisor.rule;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A group of countries that law treats alike, as a fact that rules can match.
 *
 * @param name unique name, such as {@code us-d5-or-macau}
 * @param countries its members, ISO 3166-1 alpha-2
 * @param reference where the membership is laid down
 * @param verified whether the membership was checked against its source
 * @param reviewOn the day from which the membership is to be confirmed, or null
 */
public record CountryGroup(
    String name,
    Set<String> countries,
    String reference,
    boolean verified,
    @Nullable LocalDate reviewOn)
    implements Named {

  /**
   * Sorts the members in a copy that answers {@code contains(null)} with no, as conditions need.
   */
  public CountryGroup {
    countries = Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(countries)));
  }
}
