package eu.policyadvisor.yaml;

import eu.policyadvisor.rule.CatalogueEntry;
import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.CompiledRule;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.CountryGroup;
import eu.policyadvisor.rule.Instrument;
import eu.policyadvisor.rule.InventoryNames;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.RuleNeeds;
import eu.policyadvisor.rule.Spelling;
import eu.policyadvisor.rule.Term;
import eu.policyadvisor.rule.TermGroup;
import eu.policyadvisor.rule.Vocabulary;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes knowledge, the same bytes whenever the knowledge is the same. */
final class KnowledgeOutput {
  private final DataOutputStream out;

  KnowledgeOutput(DataOutputStream out) {
    this.out = out;
  }

  void flush() throws IOException {
    out.flush();
  }

  void number(int number) throws IOException {
    out.writeInt(number);
  }

  void longNumber(long number) throws IOException {
    out.writeLong(number);
  }

  void text(String text) throws IOException {
    out.writeUTF(text);
  }

  void textOrNull(@Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  void flag(boolean flag) throws IOException {
    out.writeBoolean(flag);
  }

  void decimal(BigDecimal number) throws IOException {
    text(number.toString());
  }

  void day(@Nullable LocalDate day) throws IOException {
    out.writeBoolean(day != null);
    if (day != null) {
      out.writeInt(Math.toIntExact(day.toEpochDay()));
    }
  }

  void constant(Enum<?> constant) throws IOException {
    text(constant.name());
  }

  void entries(Map<String, Map<String, CatalogueEntry>> entries) throws IOException {
    number(entries.size());
    for (Map.Entry<String, Map<String, CatalogueEntry>> part : entries.entrySet()) {
      text(part.getKey());
      number(part.getValue().size());
      for (CatalogueEntry entry : part.getValue().values()) {
        entry(entry);
      }
    }
  }

  private void entry(CatalogueEntry entry) throws IOException {
    text(entry.id());
    values(entry.values());
    number(entry.confidence().size());
    for (Map.Entry<String, Confidence> each : new TreeMap<>(entry.confidence()).entrySet()) {
      text(each.getKey());
      decimal(each.getValue().value());
    }
    textOrNull(entry.source());
    flag(entry.verified());
    day(entry.reviewOn());
    names(entry.names());
  }

  private void names(InventoryNames names) throws IOException {
    flag(!names.equals(InventoryNames.NONE));
    if (!names.equals(InventoryNames.NONE)) {
      texts(names.aliases());
      texts(names.packages());
      texts(names.resources());
      texts(names.slices());
      texts(names.images());
      texts(names.organisations());
      texts(names.families());
      texts(names.traces());
      texts(names.hosts());
      texts(names.gateways());
      textOrNull(names.source());
    }
  }

  private void texts(Collection<String> texts) throws IOException {
    number(texts.size());
    for (String text : texts) {
      text(text);
    }
  }

  void instruments(Collection<Instrument> instruments) throws IOException {
    number(instruments.size());
    for (Instrument instrument : instruments) {
      text(instrument.id());
      text(instrument.title());
      textOrNull(instrument.reference());
      day(instrument.date());
      constant(instrument.status());
      textOrNull(instrument.link());
      textOrNull(instrument.source());
      flag(instrument.verified());
      day(instrument.reviewOn());
    }
  }

  void vocabularies(List<Vocabulary> vocabularies, List<TermGroup> groups) throws IOException {
    number(vocabularies.size());
    for (Vocabulary vocabulary : vocabularies) {
      text(vocabulary.name());
      number(vocabulary.terms().size());
      for (Term term : vocabulary.terms()) {
        text(term.name());
        number(term.spellings().size());
        for (Spelling spelling : term.spellings()) {
          text(spelling.text());
          flag(spelling.symbol());
          text(spelling.key());
        }
      }
      List<TermGroup> own = new ArrayList<>(groups);
      own.removeIf(group -> !group.vocabulary().equals(vocabulary.name()));
      number(own.size());
      for (TermGroup group : own) {
        text(group.name());
        texts(group.terms().stream().map(Term::name).toList());
        text(group.reference());
        day(group.date());
        values(group.states());
      }
      textOrNull(vocabulary.field());
      text(vocabulary.source());
      day(vocabulary.date());
    }
  }

  private void values(Map<String, String> values) throws IOException {
    number(values.size());
    for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
      text(value.getKey());
      text(value.getValue());
    }
  }

  void parameters(List<Parameter> parameters) throws IOException {
    number(parameters.size());
    for (Parameter parameter : parameters) {
      text(parameter.name());
      decimal(parameter.value());
      day(parameter.validFrom());
      day(parameter.validTo());
      text(parameter.reference());
      flag(parameter.verified());
      day(parameter.reviewOn());
    }
  }

  void countryGroups(List<CountryGroup> groups) throws IOException {
    number(groups.size());
    for (CountryGroup group : groups) {
      text(group.name());
      texts(group.countries());
      text(group.reference());
      flag(group.verified());
      day(group.reviewOn());
    }
  }

  void compiled(CompiledRule rule) throws IOException {
    text(rule.owner());
    text(rule.method());
    text(rule.id());
    needs(rule.needs().needs());
    needs(rule.needs().reads());
    texts(rule.needs().concludes());
  }

  private void needs(List<RuleNeeds.Need> needs) throws IOException {
    number(needs.size());
    for (RuleNeeds.Need need : needs) {
      text(need.type());
      texts(new TreeSet<>(need.rules()));
      number(need.values().size());
      for (Map.Entry<String, Set<String>> each : new TreeMap<>(need.values()).entrySet()) {
        text(each.getKey());
        texts(new TreeSet<>(each.getValue()));
      }
    }
  }

  void card(RuleCard card) throws IOException {
    text(card.id());
    constant(card.kind());
    text(card.title());
    text(card.summary());
    number(card.keyPoints().size());
    for (int point : card.keyPoints()) {
      number(point);
    }
    constant(card.layer());
    flag(card.severity() != null);
    if (card.severity() != null) {
      constant(card.severity());
    }
    decimal(card.confidence().value());
    number(card.citations().size());
    for (Citation citation : card.citations()) {
      text(citation.instrument().id());
      text(citation.pinpoint());
    }
    day(card.effective());
    day(card.expires());
    flag(card.advice() != null);
    if (card.advice() != null) {
      advice(card.advice());
    }
  }

  private void advice(RuleCard.Advice advice) throws IOException {
    text(advice.action());
    constant(advice.addressee());
    constant(advice.urgency());
    constant(advice.strength());
    constant(advice.stance());
  }
}
