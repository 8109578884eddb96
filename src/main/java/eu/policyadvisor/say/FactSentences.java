package eu.policyadvisor.say;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.explain.Questions;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Field;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Party;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.yaml.Component;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads facts back, one sentence each, so that whoever wrote or ordered them sees what is wrong.
 *
 * <p>Idea: {@code sentences.properties} has the order of the fields of each kind of fact and words
 * for each; a sentence is made of those that have a value, by where the value comes from: the file,
 * the catalogue, a screening list, other facts. What the file says is not known ends it, as the
 * question that an interview would ask. Words of constants are those of {@code @Means}, save where
 * they do not fit into a sentence. Each field of each fact is said; {@code FactSentencesTest} holds
 * that. Measures that the catalogue adds are not: nobody stated them. Time and memory are in
 * proportion to the facts.
 */
public final class FactSentences {
  /** Where values come from, in the order in which they are said. */
  private enum From {
    FILE(""),
    CATALOGUE("From the catalogue: "),
    LIST("From a screening list: "),
    OTHERS("It follows: "),
    READER("As confirmed: ");

    private final String front;

    From(String front) {
      this.front = front;
    }
  }

  private final FactSet facts;
  private final Words words;

  private FactSentences(FactSet facts, Catalogue catalogue) {
    this.facts = facts;
    Map<String, Fact> byId = new HashMap<>();
    facts.all().forEach(fact -> byId.putIfAbsent(fact.id(), fact));
    words = new Words(byId, catalogue);
  }

  /** What was understood of the facts that an assessment is about. */
  public static List<Sentence> of(Assessment assessment) {
    return of(assessment.facts(), assessment.knowledge().catalogue());
  }

  /**
   * What was understood of facts: the subject, then list by list; of a list that is empty or said
   * to be unknown, that it is. Parties that are only named stand behind those that are listed.
   *
   * @param facts the facts; where they are completed from the catalogue, what it added is said too
   * @param catalogue what products, vendors and instruments are called
   */
  public static List<Sentence> of(FactSet facts, Catalogue catalogue) {
    FactSentences say = new FactSentences(facts, catalogue);
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(say.sentence(facts.subject()));
    for (Section section : Section.values()) {
      facts.facts(section).forEach(fact -> sentences.add(say.sentence(fact)));
      if (section == Section.PARTIES) {
        facts.derived().stream()
            .filter(Party.class::isInstance)
            .forEach(fact -> sentences.add(say.sentence(fact)));
      }
      String none = say.none(section);
      if (none != null) {
        sentences.add(
            new Sentence(
                section, null, Questions.text(section.key()).orElseThrow() + " " + none + "."));
      }
    }
    return List.copyOf(sentences);
  }

  /**
   * What stands above the facts: title, date and question, where they are stated.
   *
   * @return one line each
   */
  public static List<String> heading(FactSet facts) {
    List<String> heading = new ArrayList<>();
    LocalDate day = facts.asOf();
    String title = Objects.requireNonNullElse(facts.title(), "Facts");
    heading.add(day == null ? title : title + ", as of " + Words.day(day));
    String question = facts.question();
    if (question != null) {
      heading.add("Question: " + question);
    }
    return List.copyOf(heading);
  }

  /**
   * What would be said of a fact if a field had a value, such as {@code hosted in China}.
   *
   * @param facts where other facts and entries of the catalogue get their names from
   * @param field the field, by the name it has in a fact file
   * @param value a value of the type of the field
   * @throws java.util.NoSuchElementException if this kind of fact has no such field
   */
  public static String supposed(
      FactSet facts, Catalogue catalogue, Fact fact, String field, Object value) {
    Component component =
        Component.of(fact.getClass()).stream()
            .filter(each -> each.key().equals(field))
            .findFirst()
            .orElseThrow();
    return new FactSentences(facts, catalogue)
        .clause(fact.section(), field, value, Objects.requireNonNull(component.rule()));
  }

  /** What the value of a field is called, such as the name of a party; it must be known. */
  static String called(FactSet facts, Catalogue catalogue, Fact fact, String field) {
    Field rule =
        Component.of(fact.getClass()).stream()
            .filter(each -> each.key().equals(field))
            .findFirst()
            .map(Component::rule)
            .orElseThrow();
    return new FactSentences(facts, catalogue)
        .words.of(Objects.requireNonNull(fact.value(field)), Objects.requireNonNull(rule));
  }

  private @Nullable String none(Section section) {
    if (section == Section.NONE || !facts.facts(section).isEmpty()) {
      return null;
    } else if (facts.states(section)) {
      return "No";
    }
    return facts.saysUnknown(section) ? "Not known" : null;
  }

  private Sentence sentence(Fact fact) {
    String[] said = Words.TEXTS.getString(fact.section().key()).split(": ", 2);
    Map<String, Component> components = new HashMap<>();
    Component.of(fact.getClass()).forEach(each -> components.put(each.key(), each));
    List<String> order = new ArrayList<>(List.of(said[1].split(" ")));
    order.addAll(List.of("source", "confidence", "as_of"));
    Map<From, List<String>> clauses = new EnumMap<>(From.class);
    List<String> unknown = new ArrayList<>();
    for (String key : order) {
      FieldOrigin origin = fact.provenance().fields().get(key);
      Object value = fact.value(key);
      Field rule = Objects.requireNonNull(Objects.requireNonNull(components.get(key)).rule());
      if (value != null && !isSaidByName(fact, value, rule)) {
        clauses
            .computeIfAbsent(from(origin), any -> new ArrayList<>())
            .add(clause(fact.section(), key, value, rule));
      } else if (origin != null && origin.kind() == FieldOrigin.Kind.UNKNOWN) {
        unknown.add(
            Questions.text(fact.section().key() + "." + key)
                .orElse("Its " + key.replace('_', ' ') + "?"));
      }
    }
    StringBuilder text = new StringBuilder(said[0] + " " + called(fact));
    List<String> stated = clauses.remove(From.FILE);
    if (stated != null) {
      text.append(": ").append(String.join(", ", stated));
    }
    text.append('.');
    if (!unknown.isEmpty()) {
      text.append(" Not known: ").append(String.join(" ", unknown));
    }
    clauses.forEach(
        (from, each) ->
            text.append(' ').append(from.front).append(String.join(", ", each)).append('.'));
    return new Sentence(fact.section(), fact, text.toString());
  }

  /** The id of the subject is a name of the section where the file gives none. */
  private static String called(Fact fact) {
    String name = fact.name();
    return name != null && fact.section() == Section.NONE && fact.id().equals(Section.NONE.key())
        ? name
        : Words.called(fact);
  }

  /** A name from the catalogue is that of the product. */
  private static boolean isSaidByName(Fact fact, Object value, Field rule) {
    FieldOrigin name = fact.provenance().fields().get("name");
    return name != null
        && !rule.catalogue().isEmpty()
        && (rule.catalogue() + "/" + value).equals(name.catalogueEntry());
  }

  private static From from(@Nullable FieldOrigin origin) {
    return origin == null
        ? From.FILE
        : switch (origin.kind()) {
          case STATED, UNKNOWN, INVENTORY -> From.FILE;
          case CATALOGUE -> From.CATALOGUE;
          case LISTED -> From.LIST;
          case DERIVED -> From.OTHERS;
          case CONFIRMED -> From.READER;
        };
  }

  private String clause(Section section, String key, Object value, Field rule) {
    String own = section.key() + "." + key;
    String[] phrases =
        Words.TEXTS.getString(Words.TEXTS.containsKey(own) ? own : "any." + key).split(" \\| ", 2);
    boolean otherwise =
        Boolean.FALSE.equals(value)
            || Integer.valueOf(1).equals(value)
            || value instanceof Collection<?> several && several.isEmpty()
            || value instanceof Map<?, ?> map && map.isEmpty();
    String phrase = phrases[otherwise && phrases.length > 1 ? 1 : 0];
    if (value instanceof Boolean) {
      return phrase;
    }
    return phrase.contains("{%}")
        ? phrase.replace("{%}", Words.share((BigDecimal) value))
        : phrase.replace("{}", words.of(value, rule));
  }
}
