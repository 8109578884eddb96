package eu.policyadvisor.engine.words;

import eu.policyadvisor.engine.drl.Clause;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.rule.TermGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says conditions in sentences: what a rule demands, or what it says. */
public abstract class Speech {
  /** A day that is written out, or the one the advice is given for. */
  private static final Pattern DAY =
      Pattern.compile("^(the as-of date|\\d{4}-\\d\\d-\\d\\d|\\d\\d-[A-Z][a-z]{2}-\\d{4})");

  /** Such as {@code must be}, or {@code is}. */
  enum Mood {
    DEMAND,
    STATE
  }

  private final Mood mood;

  Speech(Mood mood) {
    this.mood = mood;
  }

  /** What a token of a condition stands for: a field, a value, a variable. */
  abstract String operand(String token);

  /** Whether a token is a field of what is spoken of, or stands for one. */
  abstract boolean isSpokenOf(String token);

  /** What a token stands for when it stands for the members of a group, else null. */
  abstract @Nullable Members members(String token);

  /** The group of terms that a variable stands for, else null. */
  abstract @Nullable TermGroup terms(String variable);

  /**
   * A group of countries.
   *
   * @param name its name
   * @param countries its members
   */
  record Members(String name, List<String> countries) {
    private static final int FEW = 4;

    String inside() {
      return countries.size() <= FEW ? alternatives(countries) : "in the group " + name;
    }

    String outside() {
      return countries.size() <= FEW
          ? "other than " + Names.list(countries, "and")
          : "outside the group " + name;
    }
  }

  /** A condition with a Boolean field, when there is more to say than its name; else null. */
  @Nullable String yesOrNo(String field, boolean yes) {
    return null;
  }

  /** A condition in words. */
  final String say(Clause clause) {
    if (clause instanceof Clause.All all) {
      return and(all.parts());
    } else if (clause instanceof Clause.Any any) {
      return or(any.parts());
    }
    return test((Clause.Test) clause);
  }

  /** Joined by 'and'; what is said to be known is not said when more is said of it. */
  private String and(List<Clause> parts) {
    List<String> said = new ArrayList<>();
    for (Clause part : parts) {
      boolean implied =
          part instanceof Clause.Test test
              && test.operator().equals("!=")
              && test.right().get(0).equals("null")
              && parts.stream().anyMatch(other -> other != part && speaksOf(other, test.left()));
      if (!implied) {
        String words = say(part);
        said.add(parts.size() > 1 && isChoice(part, words) ? "either " + words : words);
      }
    }
    return String.join(", and ", said);
  }

  /** Whether alternatives are said one after the other, and not as values of one field. */
  static boolean isChoice(Clause clause, String said) {
    return clause instanceof Clause.Any && said.contains(", or ");
  }

  static boolean speaksOf(Clause clause, String field) {
    if (clause instanceof Clause.All all) {
      return all.parts().stream().anyMatch(part -> speaksOf(part, field));
    } else if (clause instanceof Clause.Any any) {
      return any.parts().stream().anyMatch(part -> speaksOf(part, field));
    }
    Clause.Test test = (Clause.Test) clause;
    return test.left().equals(field)
        || test.left().startsWith(field + ".")
        || test.right().contains(field);
  }

  /** Joined by 'or'; alternatives of one field are said once. */
  private String or(List<Clause> parts) {
    List<Clause.Test> tests =
        parts.stream()
            .filter(Clause.Test.class::isInstance)
            .map(Clause.Test.class::cast)
            .filter(test -> !test.negated() && test.operator().equals("contains"))
            .toList();
    boolean one =
        tests.size() == parts.size()
            && tests.stream().map(Clause.Test::left).distinct().count() == 1;
    if (one && members(tests.get(0).left()) == null) {
      return operand(tests.get(0).left())
          + names(tests.get(0).left(), false)
          + alternatives(tests.stream().map(test -> operand(test.right().get(0))).toList());
    }
    return String.join(", or ", parts.stream().map(this::say).toList());
  }

  private String test(Clause.Test given) {
    Clause.Test test =
        given.operator().matches("[<>]=?")
                && !isSpokenOf(given.left())
                && isSpokenOf(given.right().get(0))
            ? given.turned()
            : given;
    String right = test.right().isEmpty() ? "" : test.right().get(0);
    switch (test.operator()) {
      case "contains" -> {
        Members members = members(test.left());
        if (members != null) {
          return operand(right)
              + be(right)
              + (test.negated() ? members.outside() : members.inside());
        }
        return operand(test.left()) + names(test.left(), test.negated()) + operand(right);
      }
      case "covers" -> {
        TermGroup group = terms(test.left());
        return operand(right)
            + names(right, test.negated())
            + (test.negated() ? "any of: " : "one of: ")
            + (group == null ? "the terms of a group" : group.inWords());
      }
      case "matches" -> {
        return operand(test.left())
            + (mood == Mood.DEMAND
                ? test.negated() ? " must not match " : " must match "
                : test.negated() ? " does not match " : " matches ")
            + "the pattern "
            + right;
      }
      case "in" -> {
        return operand(test.left())
            + (test.negated() ? beNot(test.left()) : be(test.left()))
            + alternatives(test.right().stream().map(this::operand).toList());
      }
      case "" -> {
        return operand(test.left());
      }
      default -> {
        return compared(test, right);
      }
    }
  }

  private String compared(Clause.Test test, String right) {
    boolean equal = test.operator().equals("==");
    if (equal && right.matches("true|false")) {
      String more = yesOrNo(test.left(), right.equals("true"));
      return more != null ? more : operand(test.left()) + be(test.left()) + right;
    }
    String field = operand(test.left());
    if (right.equals("null")) {
      return mood == Mood.DEMAND
          ? field + (equal ? " must not be known" : " must be known, whatever it is")
          : field + (equal ? beNot(test.left()) : be(test.left())) + "known";
    }
    String value = operand(right);
    if (equal || test.operator().equals("!=")) {
      String names = equal && refers(test.left()) ? names(test.left(), false) : "";
      return field
          + (!names.isEmpty() ? names : equal ? be(test.left()) : beNot(test.left()))
          + value;
    }
    return field + be(test.left()) + than(test.operator(), DAY.matcher(value).find()) + value;
  }

  private static String than(String operator, boolean day) {
    return switch (operator) {
      case ">=" -> day ? "on or after " : "at least ";
      case "<=" -> day ? "on or before " : "at most ";
      case ">" -> day ? "after " : "more than ";
      default -> day ? "before " : "less than ";
    };
  }

  /** Whether a field holds the id of a fact, so that it names what it is compared with. */
  boolean refers(String field) {
    return false;
  }

  private String names(String field, boolean negated) {
    if (mood == Mood.DEMAND) {
      return negated ? " must not name " : " must name ";
    }
    return isPlural(field)
        ? negated ? " do not name " : " name "
        : negated ? " does not name " : " names ";
  }

  private static boolean isPlural(String field) {
    return field.matches("weights|uses|lists|categories|redFlags|shares|countries");
  }

  private String be(String field) {
    return mood == Mood.DEMAND ? " must be " : isPlural(field) ? " are " : " is ";
  }

  private String beNot(String field) {
    return mood == Mood.DEMAND ? " must not be " : isPlural(field) ? " are not " : " is not ";
  }

  /** Such as {@code a, b or c}. */
  public static String alternatives(List<String> words) {
    return Names.list(words, "or");
  }
}
