package eu.policyadvisor.advice;

import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.rule.Stance;
import eu.policyadvisor.rule.Uncovered;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a fact set states, such as a model, a cloud, a chip or a transfer, with the answer
 * on it.
 *
 * @param fact the fact; the subject itself only where something is said about it
 * @param stance the first stance, in the order of {@link Stance}, that advice on it takes, or the
 *     silence that holds for it
 * @param advice the live recommendations on it, the most pressing first: those about the fact
 *     itself, else those that answer a finding about it, else those to which advice on it yielded
 * @param findings the findings about it, the gravest first
 * @param awaits what is missing where the stance is {@link Stance#NOT_DETERMINED}; else empty
 * @param tried ids of the rules that look for findings about such facts, where the stance is {@link
 *     Stance#NOTHING_FOUND}; else empty
 * @param uncovered questions that it raises and that the rules do not answer; where the stance is
 *     {@link Stance#NOT_COVERED}, the first is what it is likely to be about
 * @param through the item whose stance it takes, such as the model that an application uses; null
 *     where the stance is its own
 */
public record Item(
    Fact fact,
    Stance stance,
    List<Reasoned<Recommendation>> advice,
    List<Reasoned<Finding>> findings,
    List<OpenValue> awaits,
    List<String> tried,
    List<Uncovered> uncovered,
    @Nullable Fact through) {

  /**
   * What tells what a thing is, by the list it stands in. Of other fields nobody is asked before
   * something is said: a file that names them all does not exist.
   */
  private static final Map<Section, Set<String>> ESSENTIAL =
      Map.ofEntries(
          Map.entry(Section.ACCELERATORS, Set.of("vendor", "designer_hq", "lifecycle")),
          Map.entry(Section.CLOUD_SERVICES, Set.of("ultimate_parent_hq", "region")),
          Map.entry(Section.FRAMEWORKS, Set.of("steward_hq", "governance")),
          Map.entry(Section.MODELS, Set.of("developer_hq", "deployment", "hosting_country")),
          Map.entry(Section.APPLICATIONS, Set.of("use", "uses_model")),
          Map.entry(Section.DATA_FLOWS, Set.of("to_country", "categories")),
          Map.entry(Section.PARTIES, Set.of("hq")),
          Map.entry(Section.DEPENDENCIES, Set.of("shares", "item")),
          Map.entry(Section.CRITICAL_INPUTS, Set.of("shares", "material")),
          Map.entry(Section.EXPORTS, Set.of("destination", "customer", "item")),
          Map.entry(Section.TRANSACTIONS, Set.of("acquirer_ultimate_hq", "target_sector", "stake")),
          Map.entry(Section.POLICY_EVENTS, Set.of("type", "imposing_country", "status")),
          Map.entry(Section.POSITIONS, Set.of("topic")),
          Map.entry(Section.ASSUMPTIONS, Set.of("claim")));

  /** Copies the lists. */
  public Item {
    advice = List.copyOf(advice);
    findings = List.copyOf(findings);
    awaits = List.copyOf(awaits);
    tried = List.copyOf(tried);
    uncovered = List.copyOf(uncovered);
  }

  /** The same with the answer on another item, on which this one rests. */
  public Item resting(Item on) {
    return new Item(fact, on.stance, on.advice, findings, on.awaits, List.of(), uncovered, on.fact);
  }

  /** The advice that gives the stance; empty where none does. */
  public Optional<Reasoned<Recommendation>> carrying() {
    return advice.stream()
        .filter(each -> Objects.requireNonNull(each.card().advice()).stance() == stance)
        .findFirst();
  }

  /** How grave the gravest finding about it is; empty where there is none. */
  public Optional<Severity> gravest() {
    return findings.stream().map(Assessment::severity).max(Comparator.naturalOrder());
  }

  /**
   * What tells a fact from others of its set, whatever its values; of a share that of its supply.
   */
  public static String key(Fact fact) {
    Fact item = fact instanceof CountryShare share ? share.of() : fact;
    return item.section().key() + '/' + item.id();
  }

  /** Whether a value tells what a thing is. */
  public static boolean isEssential(OpenValue value) {
    return ESSENTIAL.getOrDefault(value.fact().section(), Set.of()).contains(value.field());
  }
}
