package eu.policyadvisor.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import eu.policyadvisor.explain.Question;
import eu.policyadvisor.rule.RuleCard;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions for people and for programs. */
public final class QuestionList {
  private QuestionList() {}

  /** A question, as JSON has it. */
  record Asked(
      @JsonPropertyDescription("The list, or subject.") String list,
      @JsonPropertyDescription("Id of the fact; none for a question about the list.")
          @Nullable String fact,
      @JsonPropertyDescription("The field.") @Nullable String field,
      @JsonPropertyDescription("The question.") String text,
      @JsonPropertyDescription("What may be answered.") String allowed,
      @JsonPropertyDescription("The rules that wait for it.") List<String> rules,
      @JsonPropertyDescription("How much the answer settles.") BigDecimal weight) {}

  /** The questions, numbered. */
  public static String text(List<Question> questions, int columns) {
    if (questions.isEmpty()) {
      return "Nothing that is not known can change the advice.\n";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      String number = (i + 1) + ". ";
      append(text, number, Plain.text(question.text()), columns);
      append(text, " ".repeat(number.length()), question.allowed(), columns);
      append(
          text,
          " ".repeat(number.length()),
          "settles "
              + Words.count(question.waiting().size(), "rule", "rules")
              + ", weight "
              + question.weight().setScale(1, RoundingMode.HALF_UP).toPlainString(),
          columns);
    }
    return text.toString();
  }

  /** Which rules wait for the answer, and what they say. */
  public static String why(Question question, int columns) {
    StringBuilder text = new StringBuilder("These rules wait for the answer:\n");
    for (RuleCard rule : question.waiting()) {
      append(
          text,
          "  ",
          rule.title()
              + (rule.severity() == null ? "" : " (" + Words.of(rule.severity()) + ")")
              + ": "
              + rule.summary()
              + " "
              + rule.id(),
          columns);
    }
    return text.toString().stripTrailing();
  }

  private static void append(StringBuilder text, String mark, String words, int columns) {
    String front = mark;
    for (String line : Paragraph.of(words, Style.PLAIN).lines(columns - mark.length(), false)) {
      text.append(front).append(line).append('\n');
      front = " ".repeat(mark.length());
    }
  }

  /** The questions as JSON. */
  public static String json(List<Question> questions) {
    return JsonReport.pretty(questions.stream().map(QuestionList::asked).toList()) + "\n";
  }

  private static Asked asked(Question question) {
    var value = question.value();
    return new Asked(
        question.list().key(),
        value == null ? null : value.fact().id(),
        value == null ? null : value.field(),
        question.text(),
        question.allowed(),
        question.waiting().stream().map(RuleCard::id).toList(),
        question.weight());
  }
}
