package eu.policyadvisor;

import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.engine.compiled.RuleBaseException;
import eu.policyadvisor.fact.Confirmation;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.knowledge.Knowledge;
import eu.policyadvisor.problem.Problem;
import eu.policyadvisor.problem.StoppedException;
import eu.policyadvisor.rule.KnowledgeBase;
import eu.policyadvisor.rule.RuleText;
import eu.policyadvisor.screening.KeptList;
import eu.policyadvisor.screening.ScreenedFacts;
import eu.policyadvisor.screening.ScreeningLists;
import eu.policyadvisor.yaml.FactReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assesses fact sets with a knowledge base.
 *
 * <pre>{@code
 * Advisor advisor = Advisor.standard();
 * FactSet facts = advisor.read(Path.of("facts/examples/ascend-cluster.yaml")).factSets().get(0);
 * Assessment assessment = advisor.assess(facts);
 * assessment.findings().forEach(finding -> System.out.println(finding.card().title()));
 * }</pre>
 *
 * <p>Immutable and thread-safe; make one and share it. Rules are loaded when they are first needed.
 */
public final class Advisor {
  private final Knowledge knowledge;
  private final @Nullable ScreeningLists lists;
  private final List<Confirmation> confirmations;
  private final int mostFacts;

  private Advisor(
      Knowledge knowledge,
      @Nullable ScreeningLists lists,
      List<Confirmation> confirmations,
      int mostFacts) {
    this.knowledge = knowledge;
    this.lists = lists;
    this.confirmations = List.copyOf(confirmations);
    this.mostFacts = mostFacts;
  }

  /** With some knowledge, and no screening lists. */
  public Advisor(Knowledge knowledge) {
    this(knowledge, null, List.of(), Integer.MAX_VALUE);
  }

  /** With the knowledge base that ships with this library. */
  public static Advisor standard() {
    return new Advisor(Knowledge.builtIn());
  }

  /**
   * The same that asks screening lists about parties, once facts are completed from the catalogue.
   */
  public Advisor withLists(ScreeningLists lists) {
    return new Advisor(knowledge, lists, confirmations, mostFacts);
  }

  /**
   * The same that takes these legal states of instruments from their dates on, beside those that
   * facts confirm, in place of what the catalogue says.
   */
  public Advisor withConfirmations(List<Confirmation> confirmations) {
    return new Advisor(knowledge, lists, confirmations, mostFacts);
  }

  /**
   * The same that assesses no fact set of more facts than this; see also {@link
   * eu.policyadvisor.problem.Deadline}.
   *
   * @param mostFacts how many facts one set may hold, the subject included
   */
  public Advisor withMostFacts(int mostFacts) {
    return new Advisor(knowledge, lists, confirmations, mostFacts);
  }

  /** The versions of screening lists that may be asked; empty where none is. */
  public List<KeptList> lists() {
    return lists == null ? List.of() : lists.all();
  }

  /**
   * With own rules beside the built-in ones; a rule with the id of a built-in one takes its place.
   * Rules are code: they can do whatever Java can, so load none that you do not trust.
   *
   * <p>{@code catalog/*.yaml} and {@code vocabularies/*.yaml} in the directory stand in place of
   * the built-in file of that name. A directory that holds {@code parameters.yaml} is a whole
   * knowledge base, as {@code rules/} of this project is: built-in rules that it does not hold do
   * not exist then. DRL files with the path and the text of built-in ones are taken as the build
   * compiled them.
   *
   * @param directory holds DRL files, at any depth
   * @throws RuleBaseException if rules do not compile, or parameters or catalogue are wrong, naming
   *     file and line
   */
  public Advisor withRules(Path directory) {
    return new Advisor(Knowledge.of(directory));
  }

  /**
   * Reads a fact file. Nothing that is wrong with it is thrown; all of it is reported.
   *
   * @throws IOException if the file cannot be read
   */
  public FactsRead read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    }
  }

  /**
   * Reads facts as YAML. Nothing that is wrong with them is thrown; all of it is reported.
   *
   * @param label what messages call the source
   * @param in UTF-8 text; not closed
   * @throws IOException if the stream cannot be read
   */
  public FactsRead read(String label, InputStream in) throws IOException {
    eu.policyadvisor.problem.Checked<List<FactSet>> read =
        FactReader.read(label, in, knowledge::check);
    List<FactSet> valid = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(read.problems());
    for (FactSet facts : read.value()) {
      List<Problem> wrong = knowledge.check(facts);
      if (wrong.isEmpty()) {
        valid.add(facts);
      }
      problems.addAll(wrong);
    }
    return new FactsRead(valid, problems.stream().sorted().toList());
  }

  /**
   * Reads a line of JSON Lines, which holds one fact set. Nothing that is wrong with it is thrown;
   * all of it is reported.
   *
   * @param label what messages call the source
   * @param line the number of the line in it, from 1
   * @param text the line in UTF-8, without its end
   */
  public FactsRead readLine(String label, int line, byte[] text) {
    eu.policyadvisor.problem.Checked<Optional<FactSet>> read =
        FactReader.readLine(label, line, text, knowledge::check);
    return new FactsRead(read.value().stream().toList(), read.problems());
  }

  /**
   * What is valid in facts and hardly meant, such as an end before its beginning or values that
   * contradict the catalogue. Assessments do not say it.
   *
   * @param facts facts that were read, or built, without a problem
   * @return in order of place; empty when there is nothing
   */
  public List<Problem> warnings(FactSet facts) {
    return knowledge.warnings(facts);
  }

  /** The rules, the catalogue and the parameters this advisor works with, as data. */
  public KnowledgeBase knowledge() {
    return knowledge.base();
  }

  /** The same as it is loaded, for tools that look into rules or change them. */
  public Knowledge loaded() {
    return knowledge;
  }

  /** A rule as it is written; empty when there is no rule of that id. */
  public Optional<RuleText> source(String rule) {
    return knowledge.source(rule);
  }

  /**
   * Assesses facts on the date they name, else today.
   *
   * @throws InvalidFactsException if the facts contradict each other or name what does not exist
   */
  public Assessment assess(FactSet facts) {
    LocalDate asOf = facts.asOf();
    return assess(facts, asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf);
  }

  /**
   * Assesses facts on a date.
   *
   * @param facts what is given
   * @param asOf the date the advice is given for; dated rules follow it
   * @throws InvalidFactsException if the facts contradict each other or name what does not exist
   */
  public Assessment assess(FactSet facts, LocalDate asOf) {
    return inquire(facts, asOf).assessment();
  }

  /**
   * Assesses facts on a date without saying what came of each rule, which takes most of the time
   * where few lists are stated.
   *
   * @param facts what is given
   * @param asOf the date the advice is given for; dated rules follow it
   * @throws InvalidFactsException if the facts contradict each other or name what does not exist
   */
  public Assessment advise(FactSet facts, LocalDate asOf) {
    return inquire(facts, asOf).advice();
  }

  /**
   * Opens facts to questions about a date: why, why not, and what would change the advice.
   *
   * @param facts what is given
   * @param asOf the date the advice is given for; dated rules follow it
   * @throws InvalidFactsException if the facts contradict each other or name what does not exist
   * @throws StoppedException if there are more facts than are allowed, the thread is interrupted,
   *     or its {@linkplain eu.policyadvisor.problem.Deadline time} is over; the same holds for all
   *     that is asked of the inquiry
   */
  public Inquiry inquire(FactSet facts, LocalDate asOf) {
    int many = facts.all().size();
    if (many > mostFacts) {
      throw new StoppedException(
          "%,d facts in one set are more than the %,d that may be assessed at once; assess them in parts"
              .formatted(many, mostFacts));
    }
    FactSet confirmed = confirmed(facts);
    List<Problem> problems = knowledge.check(confirmed, asOf);
    if (!problems.isEmpty()) {
      throw new InvalidFactsException(problems);
    }
    return new Inquiry(knowledge, lists, confirmed, asOf);
  }

  /**
   * What a KIE session needs to fire the same rules: the facts, completed from the catalogue, with
   * the parameters and the as-of date. The clock of the session must stand at midday of that date.
   */
  public List<Object> workingMemory(FactSet facts, LocalDate asOf) {
    return knowledge.memory(
        ScreenedFacts.of(lists, knowledge.completed(confirmed(facts), asOf), asOf).facts(), asOf);
  }

  /** The facts with the legal states that this advisor takes beside those that they confirm. */
  public FactSet confirmed(FactSet facts) {
    return confirmations.isEmpty() ? facts : facts.confirmedBy(confirmations);
  }
}
