package eu.policyadvisor.cli.io;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.report.CsvReport;
import eu.policyadvisor.report.Extras;
import eu.policyadvisor.report.GitHubReport;
import eu.policyadvisor.report.JsonLinesReport;
import eu.policyadvisor.report.JsonReport;
import eu.policyadvisor.report.JunitReport;
import eu.policyadvisor.report.MarkdownReport;
import eu.policyadvisor.report.MatchReport;
import eu.policyadvisor.report.OscalReport;
import eu.policyadvisor.report.Report;
import eu.policyadvisor.report.SarifReport;
import eu.policyadvisor.report.SourceTree;
import eu.policyadvisor.report.TextReport;
import eu.policyadvisor.report.Versions;
import eu.policyadvisor.report.calendar.CalendarIcs;
import eu.policyadvisor.report.calendar.CalendarJson;
import eu.policyadvisor.report.calendar.CalendarReport;
import eu.policyadvisor.report.calendar.CalendarText;
import eu.policyadvisor.report.comparison.ComparisonJson;
import eu.policyadvisor.report.comparison.ComparisonMarkdown;
import eu.policyadvisor.report.comparison.ComparisonReport;
import eu.policyadvisor.report.comparison.ComparisonText;
import eu.policyadvisor.report.document.HtmlReport;
import eu.policyadvisor.report.explanation.ExplanationJson;
import eu.policyadvisor.report.explanation.ExplanationMarkdown;
import eu.policyadvisor.report.explanation.ExplanationReport;
import eu.policyadvisor.report.explanation.ExplanationText;
import eu.policyadvisor.report.rules.ComplaintReport;
import eu.policyadvisor.rule.Complaint;
import eu.policyadvisor.rule.Severity;
import eu.policyadvisor.screening.Screened;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** The words that options take; they are written in lower case. */
public final class Choice {
  private Choice() {}

  /** Forms of a report of assessments. */
  public enum ReportFormat {
    TEXT,
    JSON,
    MARKDOWN,
    JSONL,
    CSV,
    SARIF,
    JUNIT,
    OSCAL,
    GITHUB,
    HTML;

    /**
     * The report.
     *
     * @param columns width of text
     * @param colour whether text is coloured
     * @param detail how much text says
     * @param extras what text and Markdown give beside the advice, and whether JSON has statuses
     */
    public Report report(int columns, boolean colour, Detail detail, Extras extras) {
      return switch (this) {
        case TEXT -> {
          TextReport text = new TextReport(columns, colour).with(extras);
          yield switch (detail) {
            case SHORT -> text.inShort();
            case FULL -> text;
            case EVERYTHING -> text.inFull();
          };
        }
        case JSON -> json(extras);
        case MARKDOWN -> new MarkdownReport(extras);
        case JSONL -> new JsonLinesReport(json(extras));
        case CSV -> new CsvReport();
        case SARIF -> sarif(extras);
        case JUNIT -> new JunitReport(SourceTree.here());
        case OSCAL -> new OscalReport(Versions.current(), SourceTree.here());
        case GITHUB -> new GitHubReport(SourceTree.here());
        case HTML -> new HtmlReport();
      };
    }

    private static SarifReport sarif(Extras extras) {
      SarifReport sarif = new SarifReport(Versions.current(), SourceTree.here());
      return extras.statuses() ? sarif.withUndetermined() : sarif;
    }

    private static JsonReport json(Extras extras) {
      JsonReport json = new JsonReport();
      return extras.statuses() ? json.withStatuses() : json;
    }

    @Override
    public String toString() {
      return Names.inFile(this);
    }
  }

  /** Forms of what screening lists say about names. */
  public enum MatchFormat {
    TEXT,
    JSON,
    CSV;

    public String report(MatchReport report, List<Screened> screened) {
      return switch (this) {
        case TEXT -> report.text(screened);
        case JSON -> report.json(screened);
        case CSV -> report.csv(screened);
      };
    }

    @Override
    public String toString() {
      return Names.inFile(this);
    }
  }

  /** How fact files are read. */
  public enum Input {
    AUTO,
    YAML,
    JSONL;

    @Override
    public String toString() {
      return Names.inFile(this);
    }
  }

  /** When something is done that takes time or room. */
  public enum When {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return Names.inFile(this);
    }
  }

  /** Forms of explanations and comparisons. */
  public enum Format {
    TEXT,
    JSON,
    MARKDOWN;

    /**
     * The report of explanations.
     *
     * @param columns width of text
     * @param colour whether text is coloured
     */
    public ExplanationReport explanation(int columns, boolean colour) {
      return switch (this) {
        case TEXT -> new ExplanationText(columns, colour);
        case JSON -> new ExplanationJson();
        case MARKDOWN -> new ExplanationMarkdown();
      };
    }

    /**
     * The report of comparisons.
     *
     * @param columns width of text
     * @param colour whether text is coloured
     */
    public ComparisonReport comparison(int columns, boolean colour) {
      return switch (this) {
        case TEXT -> new ComparisonText(columns, colour);
        case JSON -> new ComparisonJson();
        case MARKDOWN -> new ComparisonMarkdown();
      };
    }

    @Override
    public String toString() {
      return Names.inFile(this);
    }
  }

  /** Forms of calendars. */
  public enum CalendarFormat {
    TEXT,
    JSON,
    ICS;

    /**
     * The report of calendars.
     *
     * @param columns width of text
     * @param colour whether text is coloured
     */
    public CalendarReport report(int columns, boolean colour) {
      return switch (this) {
        case TEXT -> new CalendarText(columns, colour);
        case JSON -> new CalendarJson();
        case ICS -> new CalendarIcs();
      };
    }

    @Override
    public String toString() {
      return Names.inFile(this);
    }
  }

  /** Forms of what became of cases. */
  public enum TestFormat {
    TEXT,
    JUNIT,
    JSON;

    @Override
    public String toString() {
      return Names.inFile(this);
    }
  }

  /** Forms of complaints about rules. */
  public enum ComplaintForm {
    TEXT,
    JSON;

    public String report(List<Complaint> complaints) {
      return this == JSON
          ? ComplaintReport.json(complaints) + "\n"
          : ComplaintReport.text(complaints);
    }

    @Override
    public String toString() {
      return Names.inFile(this);
    }
  }

  /** Whether complaints about rules come with the facts that show them. */
  public enum Witnesses {
    ALL,
    NONE;

    @Override
    public String toString() {
      return Names.inFile(this);
    }
  }

  /** What a report of an assessment shows. */
  public enum Show {
    ADVICE,
    ALL;

    @Override
    public String toString() {
      return Names.inFile(this);
    }
  }

  /** How much a report in text says. */
  public enum Detail {
    SHORT,
    FULL,
    EVERYTHING;

    @Override
    public String toString() {
      return Names.inFile(this);
    }
  }

  /** Whether a report of an assessment gives key reasons. */
  public enum Explain {
    NONE,
    SHORT;

    @Override
    public String toString() {
      return Names.inFile(this);
    }
  }

  /** From which severity on a run fails. */
  public enum FailOn {
    NONE,
    LOW,
    MODERATE,
    HIGH,
    CRITICAL;

    public boolean met(Assessment assessment) {
      Optional<Severity> gravest = assessment.gravest();
      return this != NONE
          && gravest.isPresent()
          && gravest.get().compareTo(Severity.valueOf(name())) >= 0;
    }

    @Override
    public String toString() {
      return Names.inFile(this);
    }
  }

  /** What values that are not known do to a run. */
  public enum UnknownsDo {
    IGNORE,
    FAIL;

    @Override
    public String toString() {
      return Names.inFile(this);
    }
  }

  /** The schemas there are. */
  public enum Schema {
    FACTS,
    RESULTS,
    LINES,
    EXPLANATIONS,
    QUESTIONS,
    COMPARISONS,
    CALENDARS,
    WAIVERS;

    @Override
    public String toString() {
      return Names.inFile(this);
    }
  }

  /** Reads a word as one of the constants. */
  public static <T> T of(Class<T> type, String word) {
    List<T> constants = List.of(type.getEnumConstants());
    return constants.stream()
        .filter(each -> each.toString().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    constants.stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(", ", "'" + word + "' is none of ", ""))));
  }
}
