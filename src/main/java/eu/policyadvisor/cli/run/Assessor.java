package eu.policyadvisor.cli.run;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.FactsRead;
import eu.policyadvisor.Inquiry;
import eu.policyadvisor.InvalidFactsException;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.cli.io.Choice;
import eu.policyadvisor.cli.io.Exit;
import eu.policyadvisor.cli.io.FactItem;
import eu.policyadvisor.cli.io.Faults;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.problem.MissingLibraryException;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.problem.StoppedException;
import eu.policyadvisor.report.Report;
import eu.policyadvisor.report.ReportText;
import eu.policyadvisor.rule.Catalogue;
import eu.policyadvisor.rule.Stance;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads, assesses and reports one input, by any thread. */
final class Assessor {
  private final Advisor advisor;
  private final List<Report> reports;
  private final AssessmentOptions options;
  private final LocalDate today;
  private final Triaging triaging;
  private final boolean verbose;
  private final boolean range;
  private final boolean statuses;
  private final SlowWork slow;

  /**
   * An assessor for all inputs of a run.
   *
   * @param today the date of the advice where neither the options nor facts say it
   * @param triaging what was decided or known before
   * @param verbose whether errors of this program come with where they happened
   * @param range whether to find what the answers could become
   * @param slow told what is being done
   */
  Assessor(
      Advisor advisor,
      List<Report> reports,
      AssessmentOptions options,
      LocalDate today,
      Triaging triaging,
      boolean verbose,
      boolean range,
      SlowWork slow) {
    this.advisor = advisor;
    this.reports = List.copyOf(reports);
    this.options = options;
    this.today = today;
    this.triaging = triaging;
    this.verbose = verbose;
    this.range = range;
    this.slow = slow;
    this.statuses = options.extras().statuses() || reports.stream().anyMatch(Report::tellsStatuses);
  }

  /** What came of it. Nothing that is wrong with one input stops the others. */
  Outcome assess(FactItem item) {
    advisor.knowledge(); // The first input is not to blame for the time it takes to load the rules.
    long start = System.nanoTime();
    Found found = new Found();
    slow.at(item.name(), "reading");
    try {
      FactsRead reading = item.source().read(advisor, found::note);
      if (!reading.problems().isEmpty()) {
        found.fault(Exit.INVALID_FACTS, reading.problems());
      }
      for (FactSet facts : reading.factSets()) {
        found.add(assess(facts, item.name(), found).withInventoried(reading.inventoried()));
        slow.done(item.name());
      }
    } catch (IOException e) {
      found.fault(Exit.USAGE, List.of(Faults.unreadable(item.file(), e)));
    } catch (InvalidFactsException e) {
      found.fault(Exit.INVALID_FACTS, e.problems());
    } catch (RuleBaseException e) {
      found.fault(Exit.RULES, e.problems());
    } catch (StoppedException e) {
      found.fault(Exit.INTERRUPTED, List.of(item.name() + ": " + e.getMessage()));
    } catch (MissingLibraryException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      List<String> lines = Faults.internal(e, verbose);
      found.fault(Exit.INTERNAL, List.of(Problem.of(item.name(), lines.get(0))));
      found.fault(Exit.INTERNAL, lines.subList(1, lines.size()));
    }
    slow.done(item.name());
    return found.outcome(item.name(), System.nanoTime() - start);
  }

  private Assessment assess(FactSet facts, String name, Found found) {
    LocalDate asOf = options.asOf == null ? facts.asOf() : options.asOf;
    LocalDate from = asOf == null ? today : asOf;
    Catalogue catalogue = advisor.knowledge().catalogue();
    String remark = asOf == null ? catalogue.remarkOnClock(from) : catalogue.remark(from);
    if (!remark.isEmpty()) {
      found.note(name + ": " + remark);
    }
    slow.at(name, "running the rules over %,d facts".formatted(facts.all().size()));
    Inquiry inquiry = advisor.inquire(facts, from);
    slow.at(name, "looking for what is not known");
    Assessment assessment = statuses ? inquiry.assessment() : inquiry.advice();
    if (range) {
      slow.at(name, "trying what would turn the answers");
      assessment = assessment.withRange(inquiry.range(assessment));
    }
    slow.at(name, "writing the report");
    return triaging.apply(assessment);
  }

  private Exit judge(Assessment assessment) {
    Exit exit = options.failOn.met(assessment) ? Exit.FINDINGS : Exit.DONE;
    boolean waits =
        options.unknowns == Choice.UnknownsDo.FAIL
            && assessment.items().stream().anyMatch(item -> item.stance() == Stance.NOT_DETERMINED);
    return waits ? exit.or(Exit.UNDETERMINED) : exit;
  }

  /** What was found in one input so far. */
  private final class Found {
    private final List<String> problems = new ArrayList<>();
    private final List<String> pieces = new ArrayList<>(Collections.nCopies(reports.size(), ""));
    private final List<String> stances = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private Exit exit = Exit.DONE;

    void fault(Exit meaning, List<?> lines) {
      lines.forEach(line -> problems.add(line.toString()));
      exit = exit.or(meaning);
    }

    /** Said once, of however many documents. */
    void note(String line) {
      if (!problems.contains(line)) {
        problems.add(line);
      }
    }

    void add(Assessment assessment) {
      for (int i = 0; i < reports.size(); i++) {
        Report report = reports.get(i);
        pieces.set(i, ReportText.join(report, pieces.get(i), report.entry(assessment)));
      }
      stances.add(assessment.stance().name());
      assessment.findings().stream()
          .map(finding -> finding.card().id())
          .distinct()
          .forEach(findings::add);
      exit = exit.or(judge(assessment));
    }

    Outcome outcome(String name, long nanos) {
      return new Outcome(name, exit, problems, pieces, stances, findings, nanos);
    }
  }
}
