package eu.policyadvisor.compare;

import eu.policyadvisor.Inquiry;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Supersession;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.rule.RuleCard;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains differences between advice on two sides. */
final class Witnesses {
  private Witnesses() {}

  /** Advice that can be asked further. */
  record Asked(Inquiry inquiry, Snapshot snapshot) {
    static Asked of(Inquiry inquiry) {
      return new Asked(inquiry, Snapshot.of(inquiry.conclusionsOnly()));
    }
  }

  static Witness of(Difference difference, Asked before, Asked after) {
    boolean gone = difference.how() == Difference.How.REMOVED;
    Asked there = gone ? before : after;
    Asked elsewhere = gone ? after : before;
    Aspect aspect = difference.aspect();
    Reasoned<?> conclusion =
        aspect.of() == Aspect.Of.STANCE
            ? taking(Objects.requireNonNull(difference.after()), there.snapshot())
            : aspect.attribute().equals("status")
                ? superseding(aspect, before.snapshot(), after.snapshot())
                : there.snapshot().conclusion(aspect);
    return new Witness(
        conclusion,
        there.snapshot().assessment().knowledge().catalogue(),
        conclusion == null || difference.how() == Difference.How.CHANGED
            ? null
            : otherwise(aspect.rule(), conclusion.conclusion().on(), elsewhere));
  }

  private static @Nullable Reasoned<?> taking(String stance, Snapshot snapshot) {
    return snapshot.assessment().recommendations().stream()
        .filter(
            each ->
                Names.inFile(Objects.requireNonNull(each.card().advice()).stance()).equals(stance))
        .findFirst()
        .orElse(null);
  }

  /** What supersedes a recommendation, on the side where something does. */
  private static @Nullable Reasoned<?> superseding(Aspect aspect, Snapshot before, Snapshot after) {
    return Stream.of(after, before)
        .flatMap(side -> side.reasons(aspect).stream())
        .filter(reason -> reason.conclusion() instanceof Supersession)
        .findFirst()
        .orElse(null);
  }

  private static Witness.@Nullable Otherwise otherwise(String rule, Fact on, Asked elsewhere) {
    RuleCard card = elsewhere.snapshot().assessment().knowledge().rule(rule).orElse(null);
    if (card == null) {
      return new Witness.NoRule();
    } else if (!card.inForce(elsewhere.snapshot().assessment().asOf())) {
      return new Witness.NotInForce(card, elsewhere.snapshot().assessment().asOf());
    }
    boolean there =
        elsewhere.snapshot().assessment().facts().all().stream()
            .anyMatch(fact -> fact.id().equals(on.id()));
    return elsewhere
        .inquiry()
        .nearest(rule, there ? on.id() : null)
        .<Witness.Otherwise>map(Witness.Fails::new)
        .orElse(null);
  }
}
