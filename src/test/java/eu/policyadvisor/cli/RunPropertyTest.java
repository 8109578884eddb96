package eu.policyadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Drawn;
import eu.policyadvisor.Seed;
import eu.policyadvisor.fact.FactSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs of {@code assess}: their exit codes, waivers, and going on: properties of generated facts.
 */
@ExtendWith(Seed.class)
class RunPropertyTest {
  private static final List<String> SEVERITIES = List.of("low", "moderate", "high", "critical");

  @TempDir Path directory;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static Run assess(List<?> arguments) {
    return Run.of(Stream.concat(Stream.of("assess"), arguments.stream()).toArray());
  }

  private static List<JsonNode> assessments(Run run) {
    return new JsonMapper().readTree(run.out()).path("assessments").valueStream().toList();
  }

  private static List<JsonNode> findings(JsonNode assessment) {
    return assessment.path("findings").valueStream().toList();
  }

  /** A waiver of a finding; what is empty is left out. */
  private record Waiver(
      String rule, String subject, String fact, String fingerprint, String expires) {
    /** That of a finding, which all of it equals. */
    static Waiver of(JsonNode assessment, JsonNode finding) {
      return new Waiver(
          finding.path("rule").asString(),
          assessment.at("/subject/id").asString(),
          finding.at("/on/id").asString(),
          finding.path("fingerprint").asString(),
          "2100-01-01");
    }

    String yaml() {
      return "  - {rule: %s%s%s%s, reason: known, approver: board, expires: %s}\n"
          .formatted(
              rule,
              subject.isEmpty() ? "" : ", subject: '" + subject + "'",
              fact.isEmpty() ? "" : ", fact: '" + fact + "'",
              fingerprint.isEmpty() ? "" : ", fingerprint: '" + fingerprint + "'",
              expires);
    }

    /** Whether it speaks of a finding, selector by selector. */
    boolean fits(JsonNode assessment, JsonNode finding) {
      Waiver whole = of(assessment, finding);
      return rule.equals(whole.rule)
          && (subject.isEmpty() || subject.equals(whole.subject))
          && (fact.isEmpty() || fact.equals(whole.fact))
          && (fingerprint.isEmpty() || fingerprint.equals(whole.fingerprint));
    }
  }

  @Test
  void exitCodesFollowFromTheReportAndTheOptions() throws IOException {
    Random random = new Random(Seed.of(7));
    List<FactSet> sets = Drawn.sets(20261207, 16);
    Map<Integer, Integer> met = new TreeMap<>();
    int saved = 0;
    for (int i = 0; i + 1 < sets.size(); i += 2) {
      Path facts = write("facts.yaml", Drawn.yaml(sets.subList(i, i + 1 + random.nextInt(2))));
      Path waivers = waivers(assess(List.of(facts, "--format=json")), random);
      boolean wrong = i % 8 == 2;
      boolean unwritable = i % 16 == 4;
      for (String failOn : List.of("none", "low", "moderate", "high", "critical")) {
        for (String unknowns : List.of("ignore", "fail")) {
          List<Object> arguments = new ArrayList<>();
          arguments.addAll(List.of(facts, "--format=json", "--waivers=" + waivers));
          arguments.addAll(List.of("--fail-on=" + failOn, "--unknowns=" + unknowns));
          if (wrong) {
            arguments.add(write("wrong.yaml", "subject: {nmae: x}\n"));
          }
          if (unwritable) {
            arguments.add("--output=csv=" + directory.resolve("missing/report.csv"));
          }
          Run run = assess(arguments);
          List<JsonNode> told = assessments(run);
          boolean grave = grave(told, failOn, each -> !isWaived(each));
          boolean waits =
              unknowns.equals("fail")
                  && told.stream()
                      .flatMap(each -> each.path("items").valueStream())
                      .anyMatch(item -> item.path("stance").asString().equals("not_determined"));
          int expected = unwritable ? 2 : wrong ? 3 : grave ? 1 : waits ? 4 : 0;
          assertThat(run.code()).as("%s: %s", arguments, run.out()).isEqualTo(expected);
          met.merge(expected, 1, Integer::sum);
          saved += !grave && grave(told, failOn, each -> true) ? 1 : 0;
        }
      }
    }
    assertThat(met).as("exit codes").containsOnlyKeys(0, 1, 2, 3, 4);
    assertThat(saved).as("runs that waivers alone keep from failing").isPositive();
  }

  private static boolean grave(
      List<JsonNode> assessments, String failOn, Predicate<JsonNode> counts) {
    return !failOn.equals("none")
        && assessments.stream()
            .flatMap(each -> findings(each).stream())
            .filter(counts)
            .map(each -> SEVERITIES.indexOf(each.path("severity").asString()))
            .anyMatch(severity -> severity >= SEVERITIES.indexOf(failOn));
  }

  private static boolean isWaived(JsonNode finding) {
    return finding.has("waiver") && !finding.at("/waiver/expired").asBoolean();
  }

  /** Waivers for most findings, some of them expired. */
  private Path waivers(Run run, Random random) throws IOException {
    assertThat(run.code()).isZero();
    StringBuilder text = new StringBuilder();
    for (JsonNode assessment : assessments(run)) {
      for (JsonNode finding : findings(assessment)) {
        Waiver whole = Waiver.of(assessment, finding);
        if (random.nextInt(5) > 0) {
          String expires = random.nextInt(8) == 0 ? "2000-01-01" : "2100-01-01";
          text.append(new Waiver(whole.rule, "", whole.fact, "", expires).yaml());
        }
      }
    }
    return write("waivers.yaml", text.isEmpty() ? "waivers: []\n" : "waivers:\n" + text);
  }

  @Test
  void aWaiverAcceptsWhatEqualsItInEverySelectorAndNothingElse() throws IOException {
    Random random = new Random(Seed.of(8));
    int some = 0;
    Map<String, Integer> none = new TreeMap<>();
    for (FactSet set : Drawn.sets(20261208, 16)) {
      Path facts =
          write(
              "facts.yaml",
              Drawn.yaml(List.of(Drawn.of("subject one", set), Drawn.of("subject two", set))));
      Run run = assess(List.of(facts, "--format=json"));
      assertThat(run.code()).isZero();
      List<JsonNode> before = assessments(run);
      List<JsonNode> findings = findings(before.get(0));
      if (findings.isEmpty()) {
        continue;
      }
      JsonNode finding = findings.get(random.nextInt(findings.size()));
      JsonNode other = findings.get(random.nextInt(findings.size()));
      Waiver right = some(Waiver.of(before.get(0), finding), random);
      Waiver wrong = Waiver.of(before.get(1), other);
      Map<String, Waiver> tried = new TreeMap<>();
      tried.put("right", right);
      tried.put(
          "rule",
          new Waiver(wrong.rule, right.subject, right.fact, right.fingerprint, right.expires));
      tried.put(
          "subject",
          new Waiver(right.rule, wrong.subject, right.fact, right.fingerprint, right.expires));
      tried.put(
          "fact",
          new Waiver(right.rule, right.subject, wrong.fact, right.fingerprint, right.expires));
      tried.put(
          "fingerprint",
          new Waiver(right.rule, right.subject, right.fact, wrong.fingerprint, right.expires));
      for (Map.Entry<String, Waiver> each : tried.entrySet()) {
        Waiver waiver = each.getValue();
        Path waivers = write("waivers.yaml", "waivers:\n" + waiver.yaml());
        Run waived = assess(List.of(facts, "--format=json", "--waivers=" + waivers));
        assertThat(waived.code()).isZero();
        List<JsonNode> after = assessments(waived);
        int accepted = 0;
        for (int i = 0; i < before.size(); i++) {
          for (int j = 0; j < findings(before.get(i)).size(); j++) {
            JsonNode was = findings(before.get(i)).get(j);
            ObjectNode is = (ObjectNode) findings(after.get(i)).get(j);
            assertThat(isWaived(is))
                .as("%s: %s", waiver, was)
                .isEqualTo(waiver.fits(before.get(i), was));
            accepted += isWaived(is) ? 1 : 0;
            is.remove("waiver");
            assertThat(is).isEqualTo(was);
          }
          assertThat(findings(after.get(i))).hasSameSizeAs(findings(before.get(i)));
        }
        if (accepted == 0) {
          none.merge(each.getKey(), 1, Integer::sum);
        } else {
          some++;
        }
      }
    }
    assertThat(some).as("waivers that accept something").isGreaterThan(10);
    assertThat(none)
        .as("waivers that accept nothing, by what is wrong")
        .containsOnlyKeys("fact", "fingerprint", "rule", "subject");
  }

  /** The same without some of its selectors, one of which it must have. */
  private static Waiver some(Waiver whole, Random random) {
    int kept = 1 + random.nextInt(7);
    return new Waiver(
        whole.rule,
        (kept & 1) > 0 ? whole.subject : "",
        (kept & 2) > 0 ? whole.fact : "",
        (kept & 4) > 0 ? whole.fingerprint : "",
        whole.expires);
  }
}
