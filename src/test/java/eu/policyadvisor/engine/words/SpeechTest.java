package eu.policyadvisor.engine.words;

import static org.assertj.core.api.Assertions.assertThat;

import eu.policyadvisor.rule.TermGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A condition, what it demands of facts, and what a rule says with it. */
final class SpeechTest {

  /**
   * Every token stands for itself; what begins with a dollar is a number that facts do not state.
   */
  private static final class Plain extends Speech {
    Plain(Mood mood) {
      super(mood);
    }

    @Override
    String variable(String name, String field) {
      return field.isEmpty() ? name : "the " + field + " of " + name;
    }

    @Override
    String named(String word) {
      return word;
    }

    @Override
    String entries(String list) {
      return list;
    }

    @Override
    boolean isSpokenOf(String token) {
      return !token.startsWith("$");
    }

    @Override
    @Nullable Members members(String token) {
      return token.equals("$few")
          ? new Members("few", List.of("CN", "RU"))
          : token.equals("$many") ? new Members("many", List.of("A", "B", "C", "D", "E")) : null;
    }

    @Override
    @Nullable TermGroup terms(String variable) {
      return null;
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "share >= $most         | share must be at least $most | share is at least $most",
        "$most <= share         | share must be at least $most | share is at least $most",
        "share < $a.multiply( $b ) | share must be less than $a times $b | share is less than $a"
            + " times $b",
        "day > \"02-Aug-2026\"  | day must be after 2026-08-02 | day is after 2026-08-02",
        "day >= $day.minusMonths( $n.longValue() ) | day must be at least $day less $n months"
            + " | day is at least $day less $n months",
        "day < $day.plusDays( stock ) | day must be less than $day plus stock days"
            + " | day is less than $day plus stock days",
        "role == Role.PRIME_MAKER | role must be prime_maker | role is prime_maker",
        "role != Role.MAKER     | role must not be maker | role is not maker",
        "role not in ( Role.A, Role.B ) | role must not be a or b | role is not a or b",
        "maker == null          | maker must not be known | maker is not known",
        "maker != null          | maker must be known, whatever it is | maker is known",
        "open == true           | open must be true | open is true",
        "uses contains Use.LAW  | uses must name law | uses name law",
        "shares.size() > 2      | the number of shares must be more than 2"
            + " | the number of shares is more than 2",
        "$few contains country  | country must be CN or RU | country is CN or RU",
        "$few not contains country | country must be other than CN and RU"
            + " | country is other than CN and RU",
        "$many contains country | country must be in the group many | country is in the group many",
        "!$group.covers( item ) | item must not name any of: the terms of a group"
            + " | item does not name any of: the terms of a group",
        "id == $chip.id         | id must be the id of $chip | id is the id of $chip",
      })
  void saysAComparison(String condition, String demand, String statement) {
    assertSaid(condition, demand, statement);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a == 1 && b == 2 | a must be 1, and b must be 2 | a is 1, and b is 2",
        "a == 1 ,, b == 2 | a must be 1, or b must be 2 | a is 1, or b is 2",
        "uses contains Use.A ,, uses contains Use.B | uses must name a or b | uses name a or b",
        "( a == 1 ,, b == 2 ) && c == 3 | either a must be 1, or b must be 2, and c must be 3"
            + " | either a is 1, or b is 2, and c is 3",
      })
  void joinsComparisons(String condition, String demand, String statement) {
    assertSaid(condition.replace(",,", "||"), demand, statement);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "share != null && share > 2 | share must be more than 2 | share is more than 2",
        "share != null && other > share | other must be more than share | other is more than share",
        "share != null && other > 2 | share must be known, whatever it is, and other must be more"
            + " than 2 | share is known, and other is more than 2",
      })
  void leavesUnsaidThatSomethingIsKnownOfWhichMoreIsSaid(
      String condition, String demand, String statement) {
    assertSaid(condition, demand, statement);
  }

  private static void assertSaid(String condition, String demand, String statement) {
    assertThat(new Plain(Speech.Mood.DEMAND).say(Speech.clause(condition))).isEqualTo(demand);
    assertThat(new Plain(Speech.Mood.STATE).say(Speech.clause(condition))).isEqualTo(statement);
  }
}
