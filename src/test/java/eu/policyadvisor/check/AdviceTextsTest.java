package eu.policyadvisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.rule.RuleCard;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the built-in rules say is short enough to be read once. */
final class AdviceTextsTest {
  private static final int SENTENCE = 25;
  private static final int SHORT_FORM = 12;

  private static final Collection<RuleCard> CARDS = Advisor.standard().knowledge().cards().values();

  @Test
  void noSentenceHasMoreThan25Words() {
    assertThat(CARDS.stream().flatMap(card -> texts(card).map(text -> card.id() + ": " + text)))
        .isNotEmpty()
        .allSatisfy(
            text ->
                assertThat(sentences(text.substring(text.indexOf(' ') + 1)))
                    .as(text)
                    .allSatisfy(each -> assertThat(words(each)).isLessThanOrEqualTo(SENTENCE)));
  }

  @Test
  void eachAdviceHasAShortFormOfAtMostTwelveWords() {
    assertThat(advice())
        .isNotEmpty()
        .allSatisfy(
            card -> {
              String shortForm = Objects.requireNonNull(card.advice()).shortForm();
              assertThat(shortForm).as(card.id()).isNotNull();
              assertThat(words(Objects.requireNonNull(shortForm)))
                  .as(card.id() + ": " + shortForm)
                  .isBetween(1, SHORT_FORM);
            });
  }

  @Test
  void eachAdviceSaysByWhatOneSeesThatItIsDone() {
    assertThat(advice())
        .allSatisfy(
            card ->
                assertThat(Objects.requireNonNull(card.advice()).doneWhen())
                    .as(card.id())
                    .isNotBlank()
                    .doesNotEndWith("."));
  }

  private static List<RuleCard> advice() {
    return CARDS.stream().filter(card -> card.advice() != null).toList();
  }

  private static Stream<String> texts(RuleCard card) {
    RuleCard.Advice advice = card.advice();
    return Stream.concat(
        Stream.of(card.summary()),
        advice == null
            ? Stream.of()
            : Stream.of(advice.action(), advice.beforehand()).filter(Objects::nonNull));
  }

  private static List<String> sentences(String text) {
    return List.of(text.split("(?<=[.;:!?]) "));
  }

  /** A placeholder counts as one word. */
  private static int words(String text) {
    return text.strip().split("\\s+").length;
  }
}
