package eu.policyadvisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Bearing;
import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.Justification;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Strength;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the shipped rules cite and name, seen on the cases beside them. */
final class CitationsTest {
  private static final Advisor ADVISOR = Advisor.standard();
  private static final List<Case> CASES = cases();

  /** What is said of each case on its day. */
  private static final Map<Case, Assessment> ASSESSED = assessed();

  /** What texts call instruments by, besides their numbers and dates. */
  private static final Map<String, String> CALLED =
      Map.ofEntries(
          Map.entry("AI Act", "ai-act"),
          Map.entry("Affiliates Rule", "us-affiliates-rule"),
          Map.entry("Anti-Coercion Instrument", "anti-coercion"),
          Map.entry("Anti-Foreign Sanctions Law", "cn-anti-foreign-sanctions"),
          Map.entry("Apply AI", "apply-ai"),
          Map.entry("BIS guidance", "bis-gp10-guidance-2025"),
          Map.entry("Berlin", "berlin-deepseek-2025"),
          Map.entry("Chips Act", "chips-act"),
          Map.entry("Cloud and AI Development Act", "cada"),
          Map.entry("Court of Auditors", "eca-chips-2025"),
          Map.entry("Critical Raw Materials Act", "crma"),
          Map.entry("Data Act", "data-act"),
          Map.entry("Data Privacy Framework", "eu-us-dpf"),
          Map.entry("Decree 834", "cn-decree-834"),
          Map.entry("Decree 835", "cn-decree-835"),
          Map.entry("Digital Services Act", "dsa"),
          Map.entry("GDPR", "gdpr"),
          Map.entry("InvestAI", "investai"),
          Map.entry("Irish authority", "dpc-tiktok-2025"),
          Map.entry("Italian one", "garante-deepseek-2025"),
          Map.entry("NIS2", "nis2"),
          Map.entry("Omnibus", "digital-omnibus-ai"),
          Map.entry("RESourceEU", "resourceeu"),
          Map.entry("US guidance", "bis-gp10-guidance-2025"),
          Map.entry("the guidance", "bis-gp10-guidance-2025"));

  /** Before this day nobody asks: most of what rules rest on was not there. */
  private static final LocalDate FIRST = LocalDate.of(2018, 5, 25);

  private static final Pattern NUMBER = Pattern.compile("\\b\\d{2,4}/\\d{2,4}\\b");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  @Test
  void whatARuleCitesBearsOnOneOfItsCases() {
    Map<String, Set<String>> bearing = new TreeMap<>();
    for (Case test : CASES) {
      for (Reasoned<?> link : links(ASSESSED.get(test))) {
        for (Justification way : link.because()) {
          Bearing.of(way, ASSESSED.get(test).knowledge().catalogue(), test.asOf())
              .forEach(
                  each ->
                      bearing
                          .computeIfAbsent(way.rule().id(), any -> new TreeSet<>())
                          .add(each.instrument().id()));
        }
      }
    }
    Map<String, Set<String>> never = new TreeMap<>();
    for (String rule : bearing.keySet()) {
      Set<String> cited = new TreeSet<>();
      card(rule).citations().forEach(each -> cited.add(each.instrument().id()));
      cited.removeAll(bearing.get(rule));
      if (!cited.isEmpty()) {
        never.put(rule, cited);
      }
    }

    assertThat(never).as("citations that bear on no case, by rule").isEmpty();
  }

  @Test
  void whatMustBeDoneIsLaidDownByLawThatBindsTheAddressee() {
    Set<String> europe = new TreeSet<>(Set.of(Instrument.UNION));
    ADVISOR.knowledge().countryGroups().stream()
        .filter(each -> each.name().equals("eu"))
        .map(CountryGroup::countries)
        .forEach(europe::addAll);
    Set<String> unfounded = new TreeSet<>();
    int musts = 0;
    for (Case test : CASES) {
      for (Reasoned<Recommendation> each : ASSESSED.get(test).recommendations()) {
        if (each.card().advice() == null || each.card().advice().strength() != Strength.MUST) {
          continue;
        }
        musts++;
        if (each.because().stream()
            .flatMap(
                way ->
                    Bearing.of(way, ASSESSED.get(test).knowledge().catalogue(), test.asOf())
                        .stream())
            .noneMatch(
                citation ->
                    citation.instrument().binds()
                        && !citation.inSpirit()
                        && europe.contains(citation.instrument().jurisdiction()))) {
          unfounded.add(each.card().id() + " on " + test.asOf());
        }
      }
    }

    assertThat(musts).isGreaterThan(50);
    assertThat(unfounded).as("advice that says must without law that does").isEmpty();
  }

  @Test
  void noTextNamesAnInstrumentThatCameLater() {
    Set<String> early = new TreeSet<>();
    int tried = 0;
    for (RuleCard card : ADVISOR.knowledge().cards().values()) {
      List<Case> concluding =
          CASES.stream()
              .filter(
                  test -> test.concludes().stream().anyMatch(each -> each.rule().equals(card.id())))
              .limit(3)
              .toList();
      for (Instrument named : named(card)) {
        LocalDate before = named.date().minusDays(1);
        if (before.isBefore(FIRST)) {
          continue;
        }
        for (Case test : concluding) {
          tried++;
          if (links(ADVISOR.advise(test.facts(), before)).stream()
              .flatMap(link -> link.because().stream())
              .anyMatch(way -> way.rule().id().equals(card.id()))) {
            early.add(card.id() + " names " + named.id() + " on " + before);
          }
        }
      }
    }

    assertThat(tried).isGreaterThan(100);
    assertThat(early).as("rules that speak of what nobody could know").isEmpty();
  }

  /** The instruments that the texts of a rule name: as people call them, by number or by date. */
  private static Set<Instrument> named(RuleCard card) {
    Map<String, Instrument> instruments = ADVISOR.knowledge().catalogue().instruments();
    String text =
        card.title()
            + " "
            + card.summary()
            + (card.advice() == null ? "" : " " + card.advice().action());
    Map<String, Instrument> named = new LinkedHashMap<>();
    CALLED.forEach(
        (name, id) -> {
          if (text.contains(name)) {
            named.put(id, instruments.get(id));
          }
        });
    for (Instrument each : instruments.values()) {
      String official = each.title() + " " + each.reference();
      Matcher number = NUMBER.matcher(text);
      while (number.find()) {
        if (official.contains(number.group())) {
          named.put(each.id(), each);
        }
      }
      if (text.contains(DAY.format(each.date()))) {
        named.put(each.id(), each);
      }
    }
    for (Citation each : card.citations()) {
      if (text.contains(MONTH.format(each.instrument().date()))) {
        named.put(each.instrument().id(), each.instrument());
      }
    }
    return Set.copyOf(named.values());
  }

  private static Map<Case, Assessment> assessed() {
    Map<Case, Assessment> assessed = new IdentityHashMap<>();
    CASES.forEach(each -> assessed.put(each, ADVISOR.advise(each.facts(), each.asOf())));
    return assessed;
  }

  private static RuleCard card(String rule) {
    return ADVISOR.knowledge().cards().get(rule);
  }

  private static Set<Reasoned<?>> links(Assessment assessment) {
    List<Reasoned<?>> conclusions = new ArrayList<>(assessment.findings());
    conclusions.addAll(assessment.recommendations());
    conclusions.addAll(assessment.concepts());
    assessment.superseded().forEach(each -> conclusions.add(each.recommendation()));
    Set<Reasoned<?>> links = new LinkedHashSet<>();
    conclusions.forEach(each -> links.addAll(Evidence.chain(each)));
    return links;
  }

  private static List<Case> cases() {
    try (Stream<Path> files = Files.walk(Path.of("rules"))) {
      return files
          .filter(path -> path.toString().endsWith(".cases.yaml"))
          .sorted()
          .flatMap(path -> read(path).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Case> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return CaseReader.read(file.toString(), in).cases();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
