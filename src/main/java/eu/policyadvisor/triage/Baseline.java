package eu.policyadvisor.triage;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Recommendation;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.advice.Triage.Known;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.finding.Finding;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The findings and recommendations of an earlier run.
 *
 * <p>An assessment is compared with the earlier ones of the same subject in the same file; where
 * there are none, with those of the same subject in files that are no longer assessed, which thus
 * may have been renamed. What another file holds makes nothing old.
 */
public final class Baseline {
  private final String file;
  private final Map<String, List<Earlier>> bySubject;
  private final Set<String> inputs;

  Baseline(String file, List<Earlier> earlier, Set<String> inputs) {
    this.file = file;
    this.bySubject = earlier.stream().collect(Collectors.groupingBy(Earlier::subject));
    this.inputs = inputs.stream().map(Baseline::normal).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * An earlier assessment.
   *
   * @param subject id of the subject
   * @param file the file its facts stood in; null when that is not known
   * @param title heading of the fact set, or null
   * @param known its findings and recommendations
   */
  record Earlier(String subject, @Nullable String file, @Nullable String title, List<Known> known) {
    Earlier {
      known = List.copyOf(known);
    }
  }

  /** Ids of the subjects that were assessed. */
  public Set<String> subjects() {
    return Set.copyOf(bySubject.keySet());
  }

  /** The same assessment with what is new only, and what is not. */
  public Assessment apply(Assessment assessment) {
    Map<String, Known> before = new LinkedHashMap<>();
    for (Earlier earlier : earlier(assessment.facts())) {
      earlier.known().forEach(known -> before.putIfAbsent(known.fingerprint(), known));
    }
    List<Known> unchanged = new ArrayList<>();
    List<Reasoned<Finding>> findings = fresh(assessment, assessment.findings(), before, unchanged);
    List<Reasoned<Recommendation>> recommendations =
        fresh(assessment, assessment.recommendations(), before, unchanged);
    unchanged.forEach(known -> before.remove(known.fingerprint()));
    Triage triage = assessment.triage();
    return assessment
        .withFindings(findings)
        .withRecommendations(recommendations)
        .withTriage(
            new Triage(
                triage.waivers(),
                triage.accepted(),
                triage.expired(),
                new Triage.Since(file, unchanged, List.copyOf(before.values()))));
  }

  private static <R extends Reasoned<?>> List<R> fresh(
      Assessment assessment,
      List<R> conclusions,
      Map<String, Known> before,
      List<Known> unchanged) {
    List<R> fresh = new ArrayList<>();
    for (R conclusion : conclusions) {
      Known known = before.get(assessment.fingerprint(conclusion));
      if (known == null) {
        fresh.add(conclusion);
      } else {
        unchanged.add(known);
      }
    }
    return fresh;
  }

  private Collection<Earlier> earlier(FactSet facts) {
    List<Earlier> all = bySubject.getOrDefault(facts.subject().id(), List.of());
    String own = normal(facts.provenance().file());
    List<Earlier> here = all.stream().filter(each -> own.equals(normal(each.file()))).toList();
    if (here.isEmpty()) {
      here = all.stream().filter(each -> !inputs.contains(normal(each.file()))).toList();
    }
    List<Earlier> titled =
        here.stream().filter(each -> Objects.equals(each.title(), facts.title())).toList();
    return titled.isEmpty() ? here : titled;
  }

  /** The same name for the same file. */
  private static String normal(@Nullable String file) {
    if (file == null || file.isEmpty()) {
      return "";
    }
    try {
      return Path.of(file).toAbsolutePath().normalize().toString();
    } catch (InvalidPathException e) {
      return file; // Standard input, where a file cannot have its name.
    }
  }
}
