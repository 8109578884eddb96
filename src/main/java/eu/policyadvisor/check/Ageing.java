package eu.policyadvisor.check;

import eu.policyadvisor.engine.drl.DrlSources;
import eu.policyadvisor.engine.drl.RuleDirectory;
import eu.policyadvisor.knowledge.Knowledge;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.KnowledgeBase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What of the knowledge is old on a day: entries whose review date has come, and sources that were
 * last read long ago. An entry says when it is to be reviewed; no entry says when its source was
 * read, so that the month to which sources of the whole catalogue were read tells their age.
 */
public final class Ageing {
  /** So many days an entry may be overdue before the build of a maintainer fails. */
  public static final int MOST_DAYS = 60;

  /** So many months old sources may be before it is said. */
  private static final int MOST_MONTHS = 6;

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private final @Nullable RuleDirectory ownRules;
  private final LocalDate day;
  private final long mostDays;
  private final List<Problem> old = new ArrayList<>();

  private Ageing(@Nullable RuleDirectory ownRules, LocalDate day, long mostDays) {
    this.ownRules = ownRules;
    this.day = day;
    this.mostDays = mostDays;
  }

  /**
   * All that is overdue on a day, and sources that are older than six months, in order of place.
   */
  public static List<Problem> of(Knowledge knowledge, LocalDate day) {
    Ageing ageing = new Ageing(knowledge.ownRules(), day, 0);
    ageing.sources(knowledge.base().catalogue());
    ageing.entries(knowledge.base());
    return ageing.old.stream().sorted().toList();
  }

  /** What has been overdue on a day for more than {@value #MOST_DAYS} days, in order of place. */
  public static List<Problem> overdueForLong(Knowledge knowledge, LocalDate day) {
    Ageing ageing = new Ageing(knowledge.ownRules(), day, MOST_DAYS + 1L);
    ageing.entries(knowledge.base());
    return ageing.old.stream().sorted().toList();
  }

  private void sources(Catalogue catalogue) {
    YearMonth read = catalogue.sourcesTo();
    if (read != null && read.plusMonths(MOST_MONTHS).atEndOfMonth().isBefore(day)) {
      old.add(
          Problem.of(
              "rules/catalog",
              "sources were read to %s, more than six months before %s; read newer ones, and set sources_to"
                  .formatted(MONTH.format(read), day)));
    }
  }

  private void entries(KnowledgeBase base) {
    base.catalogue()
        .instruments()
        .values()
        .forEach(
            each -> entry("catalog/" + Catalogue.INSTRUMENTS, "id", each.id(), each.reviewOn()));
    base.catalogue()
        .entries()
        .forEach(
            (part, entries) ->
                entries
                    .values()
                    .forEach(each -> entry("catalog/" + part, "id", each.id(), each.reviewOn())));
    base.parameters().forEach(each -> entry("parameters", "name", each.name(), each.reviewOn()));
    base.countryGroups()
        .forEach(each -> entry("catalog/country-groups", "name", each.name(), each.reviewOn()));
  }

  private void entry(String file, String key, String name, @Nullable LocalDate reviewOn) {
    long days = reviewOn == null ? -1 : ChronoUnit.DAYS.between(reviewOn, day);
    if (days >= Math.max(0, mostDays)) {
      old.add(
          DrlSources.entry(
              file + ".yaml",
              key,
              name,
              ownRules,
              "'%s' was to be confirmed by %s, %s; look it up in a source, and set review_on to the day of the next review"
                  .formatted(
                      name,
                      reviewOn,
                      days == 0 ? "today" : days == 1 ? "1 day ago" : days + " days ago")));
    }
  }
}
