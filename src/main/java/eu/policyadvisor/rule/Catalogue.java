package eu.policyadvisor.rule;

import eu.policyadvisor.fact.Confirmation;
import eu.policyadvisor.fact.InstrumentStatus;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The reference catalogue: what is known about accelerators, models, frameworks, vendors and legal
 * instruments, each with its source.
 *
 * @param compiled the day it was compiled
 * @param sourcesTo the month to which sources were read, or null where no file says it
 * @param entries entries by part, such as {@code accelerators}, and id
 * @param instruments instruments by id
 * @param vocabularies what facts may name in fields that take any text
 * @param termGroups the groups of such terms that rules ask about
 * @param uncovered what the rules do not know
 */
public record Catalogue(
    LocalDate compiled,
    @Nullable YearMonth sourcesTo,
    Map<String, Map<String, CatalogueEntry>> entries,
    Map<String, Instrument> instruments,
    List<Vocabulary> vocabularies,
    List<TermGroup> termGroups,
    List<Uncovered> uncovered) {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  /** Years for which a catalogue still tells what held before. */
  private static final int LONG_BEFORE = 2;

  /** Years after which too much is new. */
  private static final int FAR_AFTER = 1;

  /** The name of the part that holds the instruments. */
  public static final String INSTRUMENTS = "instruments";

  /** The name of the part that holds measures of states, which apply without being named. */
  public static final String MEASURES = "measures";

  /** Copies and sorts the entries. */
  public Catalogue {
    Map<String, Map<String, CatalogueEntry>> sorted = new TreeMap<>();
    entries.forEach(
        (part, ids) -> sorted.put(part, Collections.unmodifiableMap(new TreeMap<>(ids))));
    entries = Collections.unmodifiableMap(sorted);
    instruments = Collections.unmodifiableMap(new TreeMap<>(instruments));
    vocabularies = List.copyOf(vocabularies);
    termGroups = List.copyOf(termGroups);
    uncovered = List.copyOf(uncovered);
  }

  /**
   * What is to be said where advice is for a day that is long before that of the catalogue, or far
   * after it; empty where the day is near enough.
   */
  public String remark(LocalDate day) {
    if (day.isBefore(compiled.minusYears(LONG_BEFORE))) {
      return "advice for %s rests on a catalogue of %s: what held then and ended since may be missing"
          .formatted(day, compiled);
    } else if (day.isAfter(compiled.plusYears(FAR_AFTER))) {
      return "advice for %s rests on a catalogue of %s: what came since is missing"
          .formatted(day, compiled);
    }
    return "";
  }

  /**
   * What is to be said where advice is for today and the clock cannot be right; empty where it may
   * be.
   */
  public String remarkOnClock(LocalDate today) {
    return today.isBefore(compiled.minusYears(1))
        ? "the clock says %s, more than a year before the catalogue of %s was made; set it right, or say --as-of"
            .formatted(today, compiled)
        : remark(today);
  }

  /** Its day and how far it reaches: {@code 2026-11-23, sources read to July 2026}. */
  public String stated() {
    return compiled + (sourcesTo == null ? "" : ", sources read to " + MONTH.format(sourcesTo));
  }

  /** The same with other groups of terms. */
  public Catalogue with(List<TermGroup> groups) {
    return new Catalogue(
        compiled, sourcesTo, entries, instruments, vocabularies, groups, uncovered);
  }

  /**
   * The same with the legal states that somebody confirmed, the earliest first. Measures of an
   * instrument need no review when the instrument needs none.
   */
  public Catalogue confirmed(List<Confirmation> confirmations) {
    if (confirmations.isEmpty()) {
      return this;
    }
    List<Confirmation> words = withConsequences(confirmations);
    Map<String, Instrument> confirmed = new HashMap<>(instruments);
    Map<String, CatalogueEntry> measures = new HashMap<>(entries.getOrDefault(MEASURES, Map.of()));
    words.forEach(
        word -> {
          confirmed.computeIfPresent(
              word.instrument(), (id, instrument) -> instrument.confirmed(word));
          measures.replaceAll(
              (id, measure) ->
                  word.instrument().equals(measure.values().get("instrument"))
                      ? measure.withReviewOn(word.reviewAfter(measure.reviewOn()))
                      : measure);
        });
    Map<String, Map<String, CatalogueEntry>> parts = new HashMap<>(entries);
    parts.put(MEASURES, measures);
    return new Catalogue(
        compiled, sourcesTo, parts, confirmed, vocabularies, termGroups, uncovered);
  }

  /**
   * Confirmations with what follows from them, the earliest first: where an instrument that
   * suspends others is still in force, those stand as they did when it began, and where it is not,
   * they are in force. What is confirmed of an instrument itself comes after what follows for it on
   * that day.
   */
  public List<Confirmation> withConsequences(List<Confirmation> confirmations) {
    List<Confirmation> all = new ArrayList<>();
    for (Confirmation word : confirmations) {
      Instrument of = instruments.get(word.instrument());
      if (of == null) {
        continue;
      }
      for (String id : of.suspends()) {
        Instrument suspended = instruments.get(id);
        if (suspended != null) {
          switch (word.status()) {
            case IN_FORCE -> all.add(word.of(id, suspended.on(of.date()).status()));
            case SUSPENDED, RESCINDED -> all.add(word.of(id, InstrumentStatus.IN_FORCE));
            default -> {
              // It says nothing of them.
            }
          }
        }
      }
    }
    all.addAll(confirmations);
    all.sort(Comparator.comparing(Confirmation::date));
    return all;
  }

  /** An instrument that a rule cites, as this catalogue has it. */
  public Instrument current(Instrument cited) {
    return instruments.getOrDefault(cited.id(), cited);
  }

  /**
   * The entry of that id in that part of the catalogue. A group of terms that states something is
   * an entry of its vocabulary.
   */
  public Optional<CatalogueEntry> find(String part, String id) {
    return Optional.ofNullable(entries.getOrDefault(part, Map.of()).get(id))
        .or(
            () ->
                termGroups.stream()
                    .filter(each -> each.vocabulary().equals(part) && each.name().equals(id))
                    .map(Catalogue::entry)
                    .findFirst());
  }

  private static CatalogueEntry entry(TermGroup group) {
    return new CatalogueEntry(
        group.vocabulary(),
        group.name(),
        group.states(),
        Map.of(),
        group.reference(),
        true,
        null,
        InventoryNames.NONE,
        List.of());
  }

  /**
   * The entry that a fact was completed from.
   *
   * @param reference its part and its id, with a slash between them
   */
  public Optional<CatalogueEntry> find(String reference) {
    int slash = reference.indexOf('/');
    return find(reference.substring(0, slash), reference.substring(slash + 1));
  }

  /** All ids in a part of the catalogue, instruments included. */
  public Set<String> ids(String part) {
    return INSTRUMENTS.equals(part)
        ? instruments.keySet()
        : new TreeSet<>(entries.getOrDefault(part, Map.of()).keySet());
  }
}
