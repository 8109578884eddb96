package eu.policyadvisor.triage;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Fingerprint;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.advice.Waiver;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.finding.Finding;
import eu.policyadvisor.problem.Checked;
import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.problem.Suggestion;
import eu.policyadvisor.rule.Kind;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.yaml.Node;
import eu.policyadvisor.yaml.RecordReader;
import eu.policyadvisor.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The findings that someone accepts, as a file lists them. */
public final class Waivers {
  private static final String LIST = "waivers";
  private static final List<String> FIELDS =
      List.of("rule", "subject", "fact", "fingerprint", "reason", "approver", "expires", "ticket");
  private static final Pattern FINGERPRINT =
      Pattern.compile("[0-9a-f]{" + Fingerprint.DIGITS + "}");

  private final List<Waiver> all;

  private Waivers(List<Waiver> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Reads a file of waivers.
   *
   * @param label the file as the user named it
   * @param in the file; not closed
   * @param knowledge the rules that waivers may name
   * @return the waivers that are right, and all that is wrong with the others
   * @throws IOException if the stream cannot be read
   */
  public static Checked<Waivers> read(String label, InputStream in, KnowledgeBase knowledge)
      throws IOException {
    Checked<List<Node>> documents = YamlReader.read(label, in);
    Reader reader = new Reader(label, knowledge);
    reader.problems.addAll(documents.problems());
    if (documents.value().isEmpty() && documents.problems().isEmpty()) {
      reader.problem(new Place(0, 0), "holds no waivers; it needs a list 'waivers:'");
    }
    documents.value().forEach(reader::document);
    reader.problems.sort(Comparator.naturalOrder());
    return new Checked<>(new Waivers(reader.waivers), reader.problems);
  }

  /** All waivers, in the order of the file. */
  public List<Waiver> all() {
    return all;
  }

  /** The same assessment, with the waivers that speak of its findings. */
  public Assessment apply(Assessment assessment) {
    Map<String, Waiver> accepted = new HashMap<>();
    Map<String, Waiver> expired = new HashMap<>();
    for (Reasoned<Finding> finding : assessment.findings()) {
      String fingerprint = assessment.fingerprint(finding);
      for (Waiver waiver : all) {
        if (covers(waiver, assessment.facts(), finding, fingerprint)) {
          (waiver.isExpired(assessment.asOf()) ? expired : accepted)
              .merge(Triage.key(finding.conclusion()), waiver, Waivers::longer);
        }
      }
    }
    return assessment.withTriage(new Triage(true, accepted, expired, assessment.triage().since()));
  }

  /** Whether a waiver speaks of a finding. */
  private static boolean covers(
      Waiver waiver, FactSet facts, Reasoned<Finding> finding, String fingerprint) {
    return waiver.rule().equals(finding.card().id())
        && matches(waiver.subject(), facts.subject().id())
        && matches(waiver.fact(), finding.conclusion().on().id())
        && matches(waiver.fingerprint(), fingerprint);
  }

  private static boolean matches(@Nullable String asked, String there) {
    return asked == null || asked.equals(there);
  }

  private static Waiver longer(Waiver one, Waiver other) {
    return other.expires().isAfter(one.expires()) ? other : one;
  }

  /** Reads the waivers of a file. */
  private static final class Reader {
    private final String label;
    private final KnowledgeBase knowledge;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Waiver> waivers = new ArrayList<>();

    Reader(String label, KnowledgeBase knowledge) {
      this.label = label;
      this.knowledge = knowledge;
    }

    void problem(Place at, String message) {
      problems.add(new Problem(label, at.line(), at.column(), message));
    }

    void document(Node document) {
      if (!(document instanceof Node.Mapping mapping)) {
        problem(document.at(), "must be a mapping with a list 'waivers:', not " + document.words());
        return;
      }
      for (Node.Entry entry : mapping.entries()) {
        if (!entry.key().equals(LIST)) {
          String question = Suggestion.question(entry.key(), List.of(LIST), 1);
          problem(
              entry.keyAt(),
              "unknown field '%s' of a file of waivers%s"
                  .formatted(
                      Plain.quoted(entry.key()),
                      question.isEmpty() ? "; its only one is waivers" : question));
        } else if (entry.value() instanceof Node.Sequence list) {
          list.items().forEach(this::waiver);
        } else if (!(entry.value() instanceof Node.Refused)) {
          problem(entry.value().at(), "waivers must be a list, each beginning with '- rule:'");
        }
      }
      if (mapping.entries().isEmpty()) {
        problem(document.at(), "holds no waivers; it needs a list 'waivers:'");
      }
    }

    private void waiver(Node node) {
      Checked<Optional<Waiver>> reading =
          RecordReader.read(Waiver.class, "waiver", FIELDS, label, node);
      problems.addAll(reading.problems());
      if (node instanceof Node.Mapping mapping) {
        int before = problems.size();
        check(mapping);
        if (problems.size() == before) {
          reading.value().ifPresent(waivers::add);
        }
      }
    }

    /** What is wrong beside the form of a field. */
    private void check(Node.Mapping mapping) {
      mapping.find("rule").ifPresent(entry -> rule(entry.value()));
      mapping
          .find("fingerprint")
          .map(Node.Entry::value)
          .filter(value -> value instanceof Node.Scalar scalar && !scalar.isNothing())
          .filter(value -> !FINGERPRINT.matcher(value.text()).matches())
          .ifPresent(
              value ->
                  problem(
                      value.at(),
                      "'%s' is no fingerprint; it has %d hexadecimal digits, as 'fingerprint' in a JSON report"
                          .formatted(Plain.quoted(value.text()), Fingerprint.DIGITS)));
      if (List.of("subject", "fact", "fingerprint").stream()
          .noneMatch(key -> mapping.find(key).isPresent())) {
        problem(
            mapping.at(),
            "waiver accepts all findings of its rule, those to come too; name a subject, a fact or"
                + " a fingerprint");
      }
    }

    private void rule(Node value) {
      if (!(value instanceof Node.Scalar scalar) || scalar.isNothing() || scalar.isUnknown()) {
        return;
      }
      RuleCard card = knowledge.cards().get(scalar.text());
      List<String> ids =
          knowledge.cards().values().stream()
              .filter(each -> each.kind() == Kind.FINDING)
              .map(RuleCard::id)
              .toList();
      if (card == null) {
        String question = Suggestion.question(scalar.text(), ids, 2);
        problem(
            value.at(),
            "unknown rule '%s'%s"
                .formatted(
                    Plain.quoted(scalar.text()),
                    question.isEmpty() ? "; 'advisor rules' lists them" : question));
      } else if (card.kind() != Kind.FINDING) {
        problem(
            value.at(),
            "rule '%s' concludes no finding; a waiver accepts findings, and what rests on them stays"
                .formatted(scalar.text()));
      }
    }
  }
}
