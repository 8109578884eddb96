package eu.policyadvisor.cli;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.advice.Assessment;
import eu.policyadvisor.advice.OpenValue;
import eu.policyadvisor.cli.io.Door;
import eu.policyadvisor.cli.io.Output;
import eu.policyadvisor.explain.Question;
import eu.policyadvisor.explain.Questions;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.fact.Names;
import eu.policyadvisor.fact.Section;
import eu.policyadvisor.problem.Plain;
import eu.policyadvisor.report.QuestionList;
import eu.policyadvisor.report.SentenceList;
import eu.policyadvisor.say.FactSentences;
import eu.policyadvisor.yaml.Answer;
import eu.policyadvisor.yaml.FactFileEditor;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One interview. Each answer is written at once, so that breaking off loses nothing; the file is
 * touched only by answers.
 */
final class Interview {
  private static final String HELP =
      "Answer with a value, or: unknown, why, back, save (ends; answers are kept).";

  private static final String[] SAVE = {"save", "quit", "exit"};
  private static final String[] WHY = {"why", "why?", "why do you ask?", "why do you ask", "?"};
  private static final String[] BACK = {"back"};
  private static final String[] HELP_ME = {"help", ""};

  private final Door door;
  private final Advisor advisor;
  private final LocalDate asOf;
  private final Path target;
  private final BufferedReader input;
  private final Deque<State> states = new ArrayDeque<>();
  private boolean ended;

  /**
   * The file after so many answers.
   *
   * @param open the questions that are left, the next one first
   * @param leftOpen what was answered with unknown
   */
  private record State(String text, FactSet facts, List<Question> open, Set<String> leftOpen) {}

  Interview(Door door, Advisor advisor, LocalDate asOf, Path target, String text, FactSet facts) {
    this.door = door;
    this.advisor = advisor;
    this.asOf = asOf;
    this.target = target;
    this.input = new BufferedReader(new InputStreamReader(door.in(), StandardCharsets.UTF_8));
    states.push(new State(text, facts, questions(facts, Set.of()), Set.of()));
  }

  /** Asks until nothing is left that can change the advice, or the answers end. */
  void run() throws IOException {
    FactSet before = state().facts();
    if (!state().open().isEmpty()) {
      say(HELP);
      say(QuestionList.overview(state().open()));
    }
    while (!state().open().isEmpty()) {
      Question question = state().open().get(0);
      int answered = states.size() - 1;
      say("");
      say(
          QuestionList.ask(
              question, answered + 1, answered + state().open().size(), door.columns()));
      String typed = read();
      if (typed == null || is(typed, SAVE)) {
        finish(before, true);
        return;
      } else if (is(typed, WHY)) {
        say(QuestionList.why(question, door.columns()));
      } else if (is(typed, BACK)) {
        back();
      } else if (is(typed, HELP_ME)) {
        say(HELP);
      } else {
        answer(question, typed);
        if (ended) {
          finish(before, true);
          return;
        }
      }
    }
    finish(before, false);
  }

  private State state() {
    return states.element();
  }

  private List<Question> questions(FactSet facts, Set<String> leftOpen) {
    return Questions.of(advisor.inquire(facts, asOf)).stream()
        .filter(question -> !leftOpen.contains(key(question)))
        .toList();
  }

  private static String key(Question question) {
    OpenValue value = question.value();
    return value == null
        ? question.list().key()
        : question.list().key() + " " + value.fact().id() + " " + value.field();
  }

  private void back() throws IOException {
    if (states.size() == 1) {
      say("There is no answer to take back.");
      return;
    }
    states.pop();
    write();
  }

  private void answer(Question question, String typed) throws IOException {
    try {
      put(question, typed);
    } catch (FactFileEditor.Refused e) {
      wrong(e.problem());
    }
  }

  private void put(Question question, String typed) throws IOException, FactFileEditor.Refused {
    State state = state();
    FactFileEditor editor =
        new FactFileEditor(target.toString(), state.text(), "answered " + door.today().get());
    Set<String> leftOpen = new HashSet<>(state.leftOpen());
    OpenValue open = question.value();
    if (is(typed, "unknown")) {
      leftOpen.add(key(question));
      if (open == null) {
        editor.unknown(question.list());
      } else {
        editor.put(open.fact().section(), open.fact().id(), open.field(), null);
      }
    } else if (open == null) {
      if (!list(question.list(), typed, editor)) {
        return;
      }
    } else {
      Answer answer = Answer.read(open.fact().getClass(), open.field(), typed);
      if (answer.value().isEmpty()) {
        wrong(answer.problem());
        return;
      }
      editor.put(open.fact().section(), open.fact().id(), open.field(), answer.value().get());
    }
    var read =
        advisor.read(
            target.toString(),
            new ByteArrayInputStream(editor.text().getBytes(StandardCharsets.UTF_8)));
    if (!read.problems().isEmpty()) {
      wrong(read.problems().get(0).message());
      return;
    }
    FactSet facts = read.factSets().get(0);
    // What is said to be unknown tells nothing: it settles no other question and raises none.
    List<Question> left =
        leftOpen.equals(state.leftOpen())
            ? questions(facts, leftOpen)
            : state.open().subList(1, state.open().size());
    states.push(new State(editor.text(), facts, left, leftOpen));
    write();
  }

  private boolean list(Section section, String typed, FactFileEditor editor)
      throws IOException, FactFileEditor.Refused {
    if (is(typed, "no", "n", "none")) {
      editor.state(section, List.of());
      return true;
    } else if (!is(typed, "yes", "y")) {
      wrong("'" + Plain.quoted(typed) + "' is none of yes, no and unknown");
      return false;
    }
    say("Give each a short name of its own, such as a1, with commas between, or back:");
    String names = read();
    if (names == null || is(names, SAVE)) {
      ended = true;
      return false;
    } else if (is(names, BACK)) {
      return false;
    }
    List<String> ids =
        Arrays.stream(names.split(",")).map(String::strip).filter(id -> !id.isEmpty()).toList();
    if (ids.isEmpty()) {
      wrong("no name was given");
      return false;
    }
    editor.state(section, ids);
    return true;
  }

  private void write() throws IOException {
    Output.write(target, state().text());
  }

  private void finish(FactSet asked, boolean brokenOff) {
    Assessment before = advisor.assess(asked, asOf);
    Assessment now = states.size() == 1 ? before : advisor.assess(state().facts(), asOf);
    say("");
    if (states.size() == 1) {
      say(
          brokenOff
              ? "Nothing was answered; " + Plain.message(target.toString()) + " is as it was."
              : "Nothing that is not known can change the advice.");
    } else {
      say(
          "%s written to %s."
              .formatted(
                  states.size() == 2 ? "1 answer is" : (states.size() - 1) + " answers are",
                  Plain.message(target.toString())));
    }
    say("What was understood:");
    door.out().print(SentenceList.items(FactSentences.of(now), door.columns()));
    say(
        "Rules that wait: %s before, %s now. Stance: %s before, %s now."
            .formatted(
                before.undeterminedFindings().size(),
                now.undeterminedFindings().size(),
                Names.inFile(before.stance()),
                Names.inFile(now.stance())));
  }

  private @Nullable String read() throws IOException {
    door.out().print("> ");
    door.out().flush();
    String line = input.readLine();
    return line == null ? null : line.strip();
  }

  /** What is wrong with an answer, in one line that a wrong answer cannot break. */
  private void wrong(String problem) {
    say("  " + QuestionList.line(problem));
  }

  private void say(String text) {
    door.out().println(text);
    door.out().flush();
  }

  private static boolean is(String typed, String... words) {
    return List.of(words).contains(typed.toLowerCase(Locale.ROOT));
  }
}
