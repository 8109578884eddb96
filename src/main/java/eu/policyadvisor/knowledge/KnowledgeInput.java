package eu.policyadvisor.knowledge;

import eu.policyadvisor.fact.InstrumentStatus;
import eu.policyadvisor.fact.Layer;
import eu.policyadvisor.fact.PartyList;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.Addressee;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.CompiledRule;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.FactPattern;
import eu.policyadvisor.rule.FieldCondition;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.InventoryNames;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.Listing;
import eu.policyadvisor.rule.Offer;
import eu.policyadvisor.rule.Owner;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.RuleNeeds;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Spelling;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Standing;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.rule.Term;
import eu.policyadvisor.rule.TermGroup;
import eu.policyadvisor.rule.Uncovered;
import eu.policyadvisor.rule.Urgency;
import eu.policyadvisor.rule.Vocabulary;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link KnowledgeOutput} writes: the components of each record, in their order. */
final class KnowledgeInput {
  private final byte[] in;
  private int at;

  /** Reads these bytes, which nobody changes. */
  KnowledgeInput(byte[] in) {
    this.in = in;
  }

  private <T> List<T> list(Supplier<T> part) {
    List<T> all = new ArrayList<>();
    for (int many = number(); many > 0; many--) {
      all.add(part.get());
    }
    return all;
  }

  private <T> Map<String, T> map(Supplier<T> part) {
    Map<String, T> all = new LinkedHashMap<>();
    for (int many = number(); many > 0; many--) {
      all.put(text(), part.get());
    }
    return all;
  }

  private <T> @Nullable T orNull(Supplier<T> part) {
    return flag() ? part.get() : null;
  }

  int number() {
    at += Integer.BYTES;
    return in[at - 4] << 24 | (in[at - 3] & 255) << 16 | (in[at - 2] & 255) << 8 | in[at - 1] & 255;
  }

  long longNumber() {
    return (long) number() << Integer.SIZE | number() & 0xFFFF_FFFFL;
  }

  private String text() {
    int bytes = number();
    at += bytes;
    return new String(in, at - bytes, bytes, StandardCharsets.UTF_8);
  }

  private boolean flag() {
    return in[at++] != 0;
  }

  private BigDecimal decimal() {
    return new BigDecimal(text());
  }

  private LocalDate day() {
    return LocalDate.ofEpochDay(number());
  }

  private <E extends Enum<E>> E constant(Class<E> type) {
    return Enum.valueOf(type, text());
  }

  private List<String> texts() {
    int many = number();
    String[] texts = new String[many];
    for (int i = 0; i < many; i++) {
      texts[i] = text();
    }
    return List.of(texts);
  }

  private @Nullable String textOrNull() {
    return orNull(this::text);
  }

  private @Nullable LocalDate dayOrNull() {
    return orNull(this::day);
  }

  ReferenceData reference() {
    LocalDate compiled = day();
    YearMonth sourcesTo = orNull(() -> YearMonth.parse(text()));
    Map<String, Map<String, CatalogueEntry>> entries = map(() -> map(this::entry));
    Map<String, Instrument> instruments = map(this::instrument);
    List<Vocabulary> vocabularies = list(this::vocabulary);
    List<TermGroup> groups = list(this::termGroup);
    return new ReferenceData(
        new Catalogue(
            compiled,
            sourcesTo,
            entries,
            instruments,
            vocabularies,
            groups,
            list(() -> uncovered(instruments, groups))),
        list(this::parameter),
        list(this::countryGroup));
  }

  private Uncovered uncovered(Map<String, Instrument> instruments, List<TermGroup> groups) {
    return new Uncovered(
        text(),
        text(),
        constant(Uncovered.Question.class),
        list(() -> factPattern(groups)),
        list(() -> fieldCondition(groups)),
        text(),
        list(() -> citation(instruments)),
        text(),
        text());
  }

  private FactPattern factPattern(List<TermGroup> groups) {
    return new FactPattern(
        list(() -> constant(Section.class)),
        list(() -> fieldCondition(groups)),
        list(() -> fieldCondition(groups)),
        list(() -> fieldCondition(groups)));
  }

  private FieldCondition fieldCondition(List<TermGroup> groups) {
    return new FieldCondition(
        text(),
        texts(),
        flag(),
        Set.copyOf(texts()),
        list(this::text).stream()
            .flatMap(name -> groups.stream().filter(group -> group.name().equals(name)))
            .toList());
  }

  private Citation citation(Map<String, Instrument> instruments) {
    return new Citation(Objects.requireNonNull(instruments.get(text())), text(), flag());
  }

  private CatalogueEntry entry() {
    return new CatalogueEntry(
        text(),
        text(),
        map(this::text),
        map(this::confidence),
        textOrNull(),
        flag(),
        dayOrNull(),
        names(),
        list(this::listing),
        list(this::owner),
        orNull(this::offer));
  }

  private Owner owner() {
    return new Owner(text(), textOrNull(), dayOrNull(), dayOrNull());
  }

  private Offer offer() {
    return new Offer(
        list(() -> constant(Offer.Kind.class)),
        orNull(this::texts),
        constant(Offer.Status.class),
        dayOrNull(),
        textOrNull(),
        flag(),
        textOrNull());
  }

  private Listing listing() {
    return new Listing(
        constant(PartyList.class), day(), dayOrNull(), textOrNull(), flag(), textOrNull());
  }

  private Confidence confidence() {
    return new Confidence(decimal());
  }

  private InventoryNames names() {
    return flag()
        ? new InventoryNames(
            texts(),
            texts(),
            texts(),
            texts(),
            texts(),
            texts(),
            texts(),
            texts(),
            texts(),
            texts(),
            textOrNull())
        : InventoryNames.NONE;
  }

  private Instrument instrument() {
    return new Instrument(
        text(),
        text(),
        textOrNull(),
        day(),
        constant(Instrument.Kind.class),
        text(),
        flag(),
        Set.copyOf(texts()),
        list(() -> new Instrument.State(day(), constant(InstrumentStatus.class))),
        textOrNull(),
        textOrNull(),
        flag(),
        dayOrNull(),
        Set.copyOf(texts()));
  }

  private Vocabulary vocabulary() {
    return new Vocabulary(text(), textOrNull(), text(), day(), list(this::term));
  }

  private Term term() {
    return new Term(text(), list(() -> new Spelling(text(), flag(), text())));
  }

  private TermGroup termGroup() {
    return new TermGroup(text(), text(), list(this::term), text(), day(), map(this::text));
  }

  private Parameter parameter() {
    return new Parameter(text(), decimal(), dayOrNull(), dayOrNull(), text(), flag(), dayOrNull());
  }

  private CountryGroup countryGroup() {
    return new CountryGroup(text(), new LinkedHashSet<>(texts()), text(), flag(), dayOrNull());
  }

  CompiledRule compiled() {
    return new CompiledRule(
        text(), text(), new RuleNeeds(text(), list(this::need), list(this::need), texts()));
  }

  private RuleNeeds.Need need() {
    return new RuleNeeds.Need(text(), Set.copyOf(texts()), map(() -> Set.copyOf(texts())));
  }

  /**
   * The card of a rule.
   *
   * @param instruments those that rules cite, by id
   */
  RuleCard card(Map<String, Instrument> instruments) {
    return new RuleCard(
        text(),
        constant(Kind.class),
        text(),
        text(),
        list(this::number),
        constant(Layer.class),
        orNull(() -> constant(Severity.class)),
        confidence(),
        list(() -> citation(instruments)),
        dayOrNull(),
        dayOrNull(),
        orNull(this::advice));
  }

  private RuleCard.Advice advice() {
    return new RuleCard.Advice(
        text(),
        constant(Addressee.class),
        constant(Urgency.class),
        constant(Strength.class),
        constant(Stance.class),
        orNull(() -> constant(Standing.class)),
        textOrNull(),
        textOrNull(),
        textOrNull());
  }
}
