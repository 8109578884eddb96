package eu.policyadvisor.yaml;

import eu.policyadvisor.fact.Layer;
import eu.policyadvisor.rule.Addressee;
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
import eu.policyadvisor.rule.Spelling;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Strength;
import eu.policyadvisor.rule.Term;
import eu.policyadvisor.rule.TermGroup;
import eu.policyadvisor.rule.Urgency;
import eu.policyadvisor.rule.Vocabulary;
import java.io.DataInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what {@link KnowledgeOutput} writes, in the same order. */
final class KnowledgeInput {
  private final DataInputStream in;

  KnowledgeInput(DataInputStream in) {
    this.in = in;
  }

  int number() throws IOException {
    return in.readInt();
  }

  long longNumber() throws IOException {
    return in.readLong();
  }

  String text() throws IOException {
    return in.readUTF();
  }

  @Nullable String textOrNull() throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  boolean flag() throws IOException {
    return in.readBoolean();
  }

  BigDecimal decimal() throws IOException {
    return new BigDecimal(text());
  }

  @Nullable LocalDate day() throws IOException {
    return in.readBoolean() ? LocalDate.ofEpochDay(in.readInt()) : null;
  }

  <E extends Enum<E>> E constant(Class<E> type) throws IOException {
    return Enum.valueOf(type, text());
  }

  Map<String, Map<String, CatalogueEntry>> entries() throws IOException {
    Map<String, Map<String, CatalogueEntry>> entries = new HashMap<>();
    for (int parts = number(); parts > 0; parts--) {
      String part = text();
      Map<String, CatalogueEntry> ids = new HashMap<>();
      for (int many = number(); many > 0; many--) {
        CatalogueEntry entry = entry(part);
        ids.put(entry.id(), entry);
      }
      entries.put(part, ids);
    }
    return entries;
  }

  private CatalogueEntry entry(String part) throws IOException {
    String id = text();
    Map<String, String> values = textValues();
    Map<String, Confidence> confidence = new HashMap<>();
    for (int many = number(); many > 0; many--) {
      confidence.put(text(), new Confidence(decimal()));
    }
    return new CatalogueEntry(part, id, values, confidence, textOrNull(), flag(), day(), names());
  }

  private InventoryNames names() throws IOException {
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

  Map<String, Instrument> instruments() throws IOException {
    Map<String, Instrument> instruments = new TreeMap<>();
    for (int many = number(); many > 0; many--) {
      String id = text();
      instruments.put(
          id,
          new Instrument(
              id,
              text(),
              textOrNull(),
              day(),
              constant(Instrument.Status.class),
              textOrNull(),
              textOrNull(),
              flag(),
              day()));
    }
    return instruments;
  }

  private Map<String, String> textValues() throws IOException {
    Map<String, String> values = new HashMap<>();
    for (int many = number(); many > 0; many--) {
      values.put(text(), text());
    }
    return values;
  }

  /** The vocabularies; their groups are added to a list. */
  List<Vocabulary> vocabularies(List<TermGroup> groups) throws IOException {
    List<Vocabulary> vocabularies = new ArrayList<>();
    for (int many = number(); many > 0; many--) {
      String name = text();
      Map<String, Term> terms = new LinkedHashMap<>();
      for (int each = number(); each > 0; each--) {
        String term = text();
        terms.put(term, new Term(term, spellings()));
      }
      for (int each = number(); each > 0; each--) {
        groups.add(
            new TermGroup(
                text(),
                name,
                texts().stream().map(term -> Objects.requireNonNull(terms.get(term))).toList(),
                text(),
                Objects.requireNonNull(day()),
                textValues()));
      }
      vocabularies.add(
          new Vocabulary(
              name,
              textOrNull(),
              text(),
              Objects.requireNonNull(day()),
              List.copyOf(terms.values())));
    }
    return vocabularies;
  }

  private List<Spelling> spellings() throws IOException {
    List<Spelling> spellings = new ArrayList<>();
    for (int many = number(); many > 0; many--) {
      spellings.add(new Spelling(text(), flag(), text()));
    }
    return spellings;
  }

  List<Parameter> parameters() throws IOException {
    List<Parameter> parameters = new ArrayList<>();
    for (int many = number(); many > 0; many--) {
      parameters.add(new Parameter(text(), decimal(), day(), day(), text(), flag(), day()));
    }
    return parameters;
  }

  List<CountryGroup> countryGroups() throws IOException {
    List<CountryGroup> groups = new ArrayList<>();
    for (int many = number(); many > 0; many--) {
      groups.add(new CountryGroup(text(), new TreeSet<>(texts()), text(), flag(), day()));
    }
    return groups;
  }

  private List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (int many = number(); many > 0; many--) {
      texts.add(text());
    }
    return texts;
  }

  CompiledRule compiled() throws IOException {
    return new CompiledRule(text(), text(), new RuleNeeds(text(), needs(), needs(), texts()));
  }

  private List<RuleNeeds.Need> needs() throws IOException {
    List<RuleNeeds.Need> needs = new ArrayList<>();
    for (int many = number(); many > 0; many--) {
      needs.add(new RuleNeeds.Need(text(), Set.copyOf(texts()), values()));
    }
    return needs;
  }

  private Map<String, Set<String>> values() throws IOException {
    Map<String, Set<String>> values = new HashMap<>();
    for (int many = number(); many > 0; many--) {
      values.put(text(), Set.copyOf(texts()));
    }
    return values;
  }

  RuleCard card(Map<String, Instrument> instruments) throws IOException {
    return new RuleCard(
        text(),
        constant(Kind.class),
        text(),
        text(),
        keyPoints(),
        constant(Layer.class),
        flag() ? constant(Severity.class) : null,
        new Confidence(decimal()),
        citations(instruments),
        day(),
        day(),
        flag() ? advice() : null);
  }

  private List<Integer> keyPoints() throws IOException {
    List<Integer> points = new ArrayList<>();
    for (int many = number(); many > 0; many--) {
      points.add(number());
    }
    return points;
  }

  private List<Citation> citations(Map<String, Instrument> instruments) throws IOException {
    List<Citation> citations = new ArrayList<>();
    for (int many = number(); many > 0; many--) {
      citations.add(new Citation(Objects.requireNonNull(instruments.get(text())), text()));
    }
    return citations;
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
