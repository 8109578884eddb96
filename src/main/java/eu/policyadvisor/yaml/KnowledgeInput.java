package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Layer;
import eu.policyadvisor.rule.Addressee;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.CompiledRule;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.InventoryNames;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.RuleNeeds;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.rule.Urgency;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@link KnowledgeOutput} writes: the components of each record, in their order. */
final class KnowledgeInput {
  private final DataInputStream in;

  KnowledgeInput(DataInputStream in) {
    this.in = in;
  }

  private interface Part<T> {
    T read() throws IOException;
  }

  private <T> List<T> list(Part<T> part) throws IOException {
    List<T> all = new ArrayList<>();
    for (int many = number(); many > 0; many--) {
      all.add(part.read());
    }
    return all;
  }

  private <T> Map<String, T> map(Part<T> part) throws IOException {
    Map<String, T> all = new LinkedHashMap<>();
    for (int many = number(); many > 0; many--) {
      all.put(text(), part.read());
    }
    return all;
  }

  private <T> @Nullable T orNull(Part<T> part) throws IOException {
    return flag() ? part.read() : null;
  }

  int number() throws IOException {
    return in.readInt();
  }

  long longNumber() throws IOException {
    return in.readLong();
  }

  private String text() throws IOException {
    return in.readUTF();
  }

  private boolean flag() throws IOException {
    return in.readBoolean();
  }

  private BigDecimal decimal() throws IOException {
    return new BigDecimal(text());
  }

  private LocalDate day() throws IOException {
    return LocalDate.ofEpochDay(number());
  }

  private <E extends Enum<E>> E constant(Class<E> type) throws IOException {
    return Enum.valueOf(type, text());
  }

  private List<String> texts() throws IOException {
    return list(this::text);
  }

  private @Nullable String textOrNull() throws IOException {
    return orNull(this::text);
  }

  private @Nullable LocalDate dayOrNull() throws IOException {
    return orNull(this::day);
  }

  ReferenceData reference() throws IOException {
    return new ReferenceData(
        new Catalogue(day(), map(() -> map(this::entry)), map(this::instrument)),
        list(this::parameter),
        list(this::countryGroup));
  }

  private CatalogueEntry entry() throws IOException {
    return new CatalogueEntry(
        text(),
        text(),
        map(this::text),
        map(this::confidence),
        textOrNull(),
        flag(),
        dayOrNull(),
        names());
  }

  private Confidence confidence() throws IOException {
    return new Confidence(decimal());
  }

  private InventoryNames names() throws IOException {
    return new InventoryNames(
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
        textOrNull());
  }

  private Instrument instrument() throws IOException {
    return new Instrument(
        text(),
        text(),
        textOrNull(),
        dayOrNull(),
        constant(Instrument.Status.class),
        textOrNull(),
        textOrNull(),
        flag(),
        dayOrNull());
  }

  private Parameter parameter() throws IOException {
    return new Parameter(text(), decimal(), dayOrNull(), dayOrNull(), text(), flag(), dayOrNull());
  }

  private CountryGroup countryGroup() throws IOException {
    return new CountryGroup(text(), new LinkedHashSet<>(texts()), text(), flag(), dayOrNull());
  }

  CompiledRule compiled() throws IOException {
    return new CompiledRule(
        text(), text(), new RuleNeeds(text(), list(this::need), list(this::need), texts()));
  }

  private RuleNeeds.Need need() throws IOException {
    return new RuleNeeds.Need(text(), Set.copyOf(texts()), map(() -> Set.copyOf(texts())));
  }

  /**
   * The card of a rule.
   *
   * @param instruments those that rules cite, by id
   */
  RuleCard card(Map<String, Instrument> instruments) throws IOException {
    return new RuleCard(
        text(),
        constant(Kind.class),
        text(),
        text(),
        list(this::number),
        constant(Layer.class),
        orNull(() -> constant(Severity.class)),
        confidence(),
        list(() -> new Citation(Objects.requireNonNull(instruments.get(text())), text())),
        dayOrNull(),
        dayOrNull(),
        orNull(this::advice));
  }

  private RuleCard.Advice advice() throws IOException {
    return new RuleCard.Advice(
        text(),
        constant(Addressee.class),
        constant(Urgency.class),
        constant(Strength.class),
        constant(Stance.class));
  }
}
