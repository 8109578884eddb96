package eu.policyadvisor.triage;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.advice.Triage;
import eu.policyadvisor.advice.Triage.Known;
import eu.policyadvisor.advice.Waiver;
import eu.policyadvisor.fact.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which earlier assessment a new one is compared with, and what is new since. */
final class EarlierRunsTest {
  @Test
  void showsWhatIsNewAndTellsWhatIsUnchangedAndWhatIsGone() {
    Assessment now =
        baseline(
                Set.of("a.yaml"),
                earlier(
                    "north",
                    "a.yaml",
                    null,
                    "test/one on chat",
                    "test/two on chat",
                    "test/advice on chat",
                    "test/advice on code"))
            .apply(
                Assessed.of(
                    "north",
                    "a.yaml",
                    null,
                    "test/two on chat",
                    "test/one on code",
                    "test/advice on code",
                    "test/advice on mail"));

    assertThat(Assessed.conclusions(now))
        .containsExactly("test/one on code", "test/advice on mail");
    assertThat(unchanged(now)).containsExactly("test/two on chat", "test/advice on code");
    assertThat(words(since(now).gone())).containsExactly("test/one on chat", "test/advice on chat");
    assertThat(since(now).file()).isEqualTo("base.json");
  }

  @Test
  void whatAnotherSubjectHadMakesNothingOld() {
    Assessment now =
        baseline(Set.of("a.yaml"), earlier("north", "a.yaml", null, "test/one on chat"))
            .apply(Assessed.of("south", "a.yaml", null, "test/one on chat"));

    assertThat(Assessed.conclusions(now)).containsExactly("test/one on chat");
    assertThat(since(now).gone()).isEmpty();
  }

  @Test
  void aFileThatIsNoLongerAssessedMayHaveBeenRenamed() {
    Assessment now =
        baseline(Set.of("new.yaml"), earlier("north", "old.yaml", null, "test/one on chat"))
            .apply(Assessed.of("north", "new.yaml", null, "test/one on chat"));

    assertThat(Assessed.conclusions(now)).isEmpty();
    assertThat(unchanged(now)).containsExactly("test/one on chat");
  }

  @Test
  void whatAnotherFileHoldsMakesNothingOld() {
    Assessment now =
        baseline(
                Set.of("new.yaml", "./old.yaml"),
                earlier("north", "old.yaml", null, "test/one on chat"))
            .apply(Assessed.of("north", "new.yaml", null, "test/one on chat"));

    assertThat(Assessed.conclusions(now)).containsExactly("test/one on chat");
    assertThat(since(now).gone()).isEmpty();
  }

  @Test
  void aFileThatIsKnownWasNotRenamed() {
    Assessment now =
        baseline(
                Set.of("a.yaml"),
                earlier("north", "old.yaml", null, "test/one on chat"),
                earlier("north", "a.yaml", null, "test/one on code"))
            .apply(Assessed.of("north", "a.yaml", null, "test/one on chat", "test/one on code"));

    assertThat(Assessed.conclusions(now)).containsExactly("test/one on chat");
    assertThat(unchanged(now)).containsExactly("test/one on code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"facts/a.yaml", "./facts/a.yaml", "facts/../facts/a.yaml"})
  void aFileIsTheSameByWhicheverNameOfIt(String name) {
    Assessment now =
        baseline(
                Set.of(name),
                earlier("north", "facts/a.yaml", null, "test/one on code"),
                earlier("north", "a.yaml", null, "test/one on chat"))
            .apply(Assessed.of("north", name, null, "test/one on chat", "test/one on code"));

    assertThat(Assessed.conclusions(now)).containsExactly("test/one on chat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\0b"})
  void aNameThatNoFileCanHaveIsItself(String name) {
    Assessment now =
        baseline(
                Set.of(name),
                earlier("north", name.isEmpty() ? null : name, null, "test/one on code"),
                earlier("north", name.isEmpty() ? "a.yaml" : null, null, "test/one on chat"))
            .apply(Assessed.of("north", name, null, "test/one on chat", "test/one on code"));

    assertThat(Assessed.conclusions(now)).containsExactly("test/one on chat");
  }

  @Test
  void titlesTellTheDocumentsOfOneFileApart() {
    Baseline baseline =
        baseline(
            Set.of("a.yaml"),
            earlier("north", "a.yaml", "first", "test/one on chat"),
            earlier("north", "a.yaml", "second", "test/one on code"),
            earlier("north", "a.yaml", null, "test/one on mail"));
    String[] all = {"test/one on chat", "test/one on code", "test/one on mail"};

    assertThat(unchanged(baseline.apply(Assessed.of("north", "a.yaml", "first", all))))
        .containsExactly("test/one on chat");
    assertThat(unchanged(baseline.apply(Assessed.of("north", "a.yaml", "second", all))))
        .containsExactly("test/one on code");
    assertThat(unchanged(baseline.apply(Assessed.of("north", "a.yaml", null, all))))
        .containsExactly("test/one on mail");
    assertThat(unchanged(baseline.apply(Assessed.of("north", "a.yaml", "renamed", all))))
        .as("a title that is new is that of any of them")
        .containsExactly(all);
  }

  @Test
  void keepsWhatWaiversDecided() {
    Assessment before = Assessed.of("north", "a.yaml", null, "test/one on chat");
    Map<String, Waiver> accepted = Map.of("test/one on chat", waiver("known"));
    Map<String, Waiver> expired = Map.of("test/one on chat", waiver("too old"));

    Triage triage =
        baseline(Set.of())
            .apply(before.withTriage(new Triage(true, accepted, expired, null)))
            .triage();
    assertThat(triage.waivers()).isTrue();
    assertThat(triage.accepted()).isEqualTo(accepted);
    assertThat(triage.expired()).isEqualTo(expired);
    assertThat(baseline(Set.of()).apply(before).triage().waivers()).isFalse();
  }

  @Test
  void namesItsSubjects() {
    assertThat(
            baseline(
                    Set.of(),
                    earlier("north", "a.yaml", null),
                    earlier("south", "b.yaml", null),
                    earlier("north", "b.yaml", null))
                .subjects())
        .containsExactlyInAnyOrder("north", "south");
  }

  private static Baseline baseline(Set<String> inputs, Baseline.Earlier... earlier) {
    return new Baseline("base.json", List.of(earlier), inputs);
  }

  /** As it would have been assessed before. */
  private static Baseline.Earlier earlier(
      String subject, @Nullable String file, @Nullable String title, String... conclusions) {
    Assessment assessment = Assessed.of(subject, "", title, conclusions);
    List<Known> known = new ArrayList<>();
    assessment.findings().forEach(each -> known.add(known(Triage.Kind.FINDING, assessment, each)));
    assessment
        .recommendations()
        .forEach(each -> known.add(known(Triage.Kind.RECOMMENDATION, assessment, each)));
    return new Baseline.Earlier(subject, file, title, known);
  }

  private static Known known(Triage.Kind kind, Assessment assessment, Reasoned<?> reasoned) {
    return new Known(
        kind,
        reasoned.card().id(),
        reasoned.conclusion().on().id(),
        assessment.fingerprint(reasoned));
  }

  private static Waiver waiver(String reason) {
    return new Waiver(
        "test/one", null, "chat", null, reason, "a", Assessed.DAY, null, Provenance.NONE);
  }

  private static Triage.Since since(Assessment assessment) {
    return Objects.requireNonNull(assessment.triage().since());
  }

  private static List<String> unchanged(Assessment assessment) {
    return words(since(assessment).unchanged());
  }

  private static List<String> words(List<Known> known) {
    return known.stream().map(each -> each.rule() + " on " + each.on()).toList();
  }
}
