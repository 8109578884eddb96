package eu.policyadvisor.report;

import eu.policyadvisor.explain.Question;
import eu.policyadvisor.rule.RuleCard;
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
      BigDecimal weight) {}

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
      append(text, front, "field " + field(question), columns);
      append(
          text,
          front,
          "weight %s, settles %s"
              .formatted(
                  question.weight().setScale(1, RoundingMode.HALF_UP).toPlainString(),
                  question.waiting().stream().map(RuleCard::id).collect(Collectors.joining(", "))),
          columns);
    }
    return text.toString();
  }

  /** A question as the interview asks it. */
  public static String ask(Question question, int columns) {
    StringBuilder text = new StringBuilder();
    append(text, "", Plain.text(question.text()), columns);
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

  /** Which rules wait for the answer, and what they say. */
  public static String why(Question question, int columns) {
    StringBuilder text = new StringBuilder("These rules wait for the answer:\n");
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
        question.weight().setScale(2, RoundingMode.HALF_UP));
  }
}
