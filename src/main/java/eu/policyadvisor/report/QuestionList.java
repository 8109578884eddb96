package eu.policyadvisor.report;

import eu.policyadvisor.explain.Question;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.rule.RuleCard;
import eu.policyadvisor.rule.Stance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions for people and for programs. */
public final class QuestionList {
  /** Id of the schema of what {@link #json} writes. */
  public static final String SCHEMA = "https://eu-ai-policy-advisor.example/schema/questions-1";

  private QuestionList() {}

  /** All there is in the JSON. */
  record Document(String schema, List<Asked> questions) {}

  /** A question, as JSON has it. */
  record Asked(
      String list,
      @Nullable String fact,
      @Nullable String field,
      String text,
      String allowed,
      List<Question.Constant> constants,
      List<String> rules,
      BigDecimal weight,
      List<Lead> leads) {}

  /** What some answers lead to, as JSON has it. */
  record Lead(List<String> answers, String list, String fact, Stance now, Stance then) {}

  /** The questions, numbered. */
  public static String text(List<Question> questions, int columns) {
    if (questions.isEmpty()) {
      return "Nothing that is not known can change the advice.\n";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      String number = (i + 1) + ". ";
      String front = " ".repeat(number.length());
      append(text, number, Plain.text(question.text()), columns);
      allowed(text, front, question, columns);
      for (String lead : Leads.of(question.turns())) {
        append(text, front, lead, columns);
      }
      append(text, front, "field " + field(question), columns);
      String settled =
          question.waiting().stream().map(RuleCard::id).collect(Collectors.joining(", "));
      append(
          text,
          front,
          "weight %s%s"
              .formatted(
                  question.weight().setScale(1, RoundingMode.HALF_UP).toPlainString(),
                  settled.isEmpty() ? "" : ", settles " + settled),
          columns);
    }
    return text.toString();
  }

  /** How many of the questions can turn an answer on their own; those come first. */
  public static String overview(List<Question> questions) {
    long turning = questions.stream().filter(question -> !question.turns().isEmpty()).count();
    String all = Labels.count(questions.size(), "question", "questions");
    return turning == 0
        ? all + "; no answer to one of them turns the advice alone."
        : all
            + "; "
            + turning
            + " can turn the advice alone, and "
            + (turning == 1 ? "comes" : "come")
            + " first.";
  }

  /**
   * A question as the interview asks it.
   *
   * @param number which question it is, from 1
   * @param of how many there are, as far as is known now
   */
  public static String ask(Question question, int number, int of, int columns) {
    StringBuilder text = new StringBuilder();
    append(
        text,
        "",
        "Question %s of %s. %s".formatted(number, of, Plain.text(question.text())),
        columns);
    allowed(text, "  ", question, columns);
    return text.toString().stripTrailing();
  }

  /** What may be answered; a constant with a meaning stands on a line of its own. */
  private static void allowed(StringBuilder text, String front, Question question, int columns) {
    List<Question.Constant> constants = question.constants();
    if (constants.stream().allMatch(each -> each.meaning().isEmpty())) {
      append(
          text,
          front,
          question.allowed().equals("yes or no")
              ? "yes, no or unknown"
              : question.allowed() + ", or unknown",
          columns);
      return;
    }
    int widest = constants.stream().mapToInt(each -> each.value().length()).max().orElse(0);
    for (Question.Constant each : constants) {
      String value = front + each.value() + " ".repeat(widest - each.value().length() + 2);
      append(text, value, each.meaning(), columns);
    }
    boolean several = question.allowed().startsWith("any of ");
    append(
        text,
        front,
        several
            ? "any of these, with commas between; none if there is none; or unknown"
            : "or unknown",
        columns);
  }

  private static String field(Question question) {
    var value = question.value();
    return value == null
        ? question.list().key()
        : "%s of %s (%s)"
            .formatted(value.field(), Plain.text(value.fact().id()), question.list().key());
  }

  /** A message about an answer, fit to print on one line. */
  public static String line(String message) {
    return Plain.text(message);
  }

  /** What the answer can turn, which rules wait for it, and what they say. */
  public static String why(Question question, int columns) {
    StringBuilder text = new StringBuilder();
    List<String> leads = Leads.of(question.turns());
    if (!leads.isEmpty()) {
      text.append("The answer can turn the advice:\n");
      leads.forEach(lead -> append(text, "  ", lead, columns));
    }
    if (!question.waiting().isEmpty()) {
      text.append("These rules wait for the answer:\n");
    }
    for (RuleCard rule : question.waiting()) {
      append(
          text,
          "  ",
          "%s%s: %s %s"
              .formatted(
                  rule.title(),
                  rule.severity() == null ? "" : " (" + Labels.of(rule.severity()) + ")",
                  rule.summary(),
                  rule.id()),
          columns);
    }
    return text.toString().stripTrailing();
  }

  private static void append(StringBuilder text, String mark, String words, int columns) {
    if (words.isEmpty()) {
      text.append(mark.stripTrailing()).append('\n');
    }
    Paragraph.of(words).append(text, mark, " ".repeat(mark.length()), columns, false);
  }

  /** The questions as JSON. */
  public static String json(List<Question> questions) {
    return JsonReport.document(
        new Document(SCHEMA, questions.stream().map(QuestionList::asked).toList()));
  }

  private static Asked asked(Question question) {
    var value = question.value();
    return new Asked(
        question.list().key(),
        value == null ? null : value.fact().id(),
        value == null ? null : value.field(),
        question.text(),
        question.allowed(),
        question.constants(),
        question.waiting().stream().map(RuleCard::id).toList(),
        question.weight().setScale(2, RoundingMode.HALF_UP),
        question.turns().stream()
            .map(
                turn ->
                    new Lead(
                        turn.when().stream().map(Leads::answer).toList(),
                        turn.on().section().key(),
                        turn.on().id(),
                        turn.now(),
                        turn.then()))
            .toList());
  }
}
