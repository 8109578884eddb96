package eu.policyadvisor.report.document;

import eu.policyadvisor.rule.Stance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What stands on one page for who decides, in the order in which it stands there. All of it is
 * words; what they look like is up to who lays them out.
 *
 * @param subject what the subject is called
 * @param about what else is said of it, such as its kind and country
 * @param asOf the date of the advice
 * @param reader for whom it is written; empty where the facts do not say it
 * @param question what was asked; empty where the facts do not say it
 * @param title what the facts are about; empty where they do not say it
 * @param answer the answer to it
 * @param items the answer on each item, the gravest first
 * @param more how many items are left out, by the answer on them, the gravest first
 * @param actions what to do, the most pressing first
 * @param questions what to find out, and from whom
 * @param sure how sure the answers are, and why
 * @param sources what the answers rest on
 * @param moreSources how many sources are left out
 * @param foot what it is made with, one sentence each
 */
public record Brief(
    String subject,
    String about,
    LocalDate asOf,
    String reader,
    String question,
    String title,
    Answer answer,
    List<Row> items,
    Map<Stance, Integer> more,
    List<Action> actions,
    List<Asked> questions,
    List<Sure> sure,
    List<Source> sources,
    int moreSources,
    List<String> foot) {

  /** What can be left out: the last of them first. */
  private static final List<Stance> LEFT_OUT_FIRST =
      List.of(Stance.PERMIT, Stance.MONITOR, Stance.NOTHING_FOUND, Stance.NOT_STATED);

  /** Copies the lists. */
  public Brief {
    items = List.copyOf(items);
    more = Collections.unmodifiableMap(new TreeMap<>(more));
    actions = List.copyOf(actions);
    questions = List.copyOf(questions);
    sure = List.copyOf(sure);
    sources = List.copyOf(sources);
    foot = List.copyOf(foot);
  }

  /**
   * The answer on the whole.
   *
   * @param stance the stance
   * @param sentence the answer in one sentence
   * @param rest why, and how the rest stands, one sentence each
   * @param turns what would turn it
   * @param limits how far that was looked for; empty where it was not
   */
  public record Answer(
      Stance stance, String sentence, List<String> rest, List<Turn> turns, String limits) {
    /** Copies the lists. */
    public Answer {
      rest = List.copyOf(rest);
      turns = List.copyOf(turns);
    }
  }

  /**
   * What could become of an answer.
   *
   * @param stance the answer that would follow
   * @param condition what leads to it, such as {@code if hosted in China}
   */
  public record Turn(Stance stance, String condition) {}

  /**
   * The answer on an item, or on several that are alike.
   *
   * @param stance the stance
   * @param name what they are called
   * @param about what kind of thing it is, how far it has come, and whose it is
   * @param because what to do about it, and why
   * @param turns what would turn it
   * @param remark what is said in place of turns, or beside them; empty for nothing
   * @param count how many items it is about
   */
  public record Row(
      Stance stance,
      String name,
      String about,
      String because,
      List<Turn> turns,
      String remark,
      int count) {
    /** Copies the list. */
    public Row {
      turns = List.copyOf(turns);
    }

    /** With the first sentence of its reason, and the first of what would turn it. */
    private Row shorter() {
      int end = because.indexOf(". ");
      return new Row(
          stance,
          name,
          about,
          end < 0 ? because : because.substring(0, end + 1),
          turns.stream().limit(1).toList(),
          turns.size() > 1 ? "more in the report" : remark,
          count);
    }
  }

  /**
   * Something to do.
   *
   * @param text what to do
   * @param who who does it
   * @param isProposed whether nobody said that they do it
   * @param by by when: a day, or words
   */
  public record Action(String text, String who, boolean isProposed, String by) {}

  /**
   * Something to find out.
   *
   * @param whom who can tell
   * @param question what to ask
   * @param leads what answers lead to, one for each
   */
  public record Asked(String whom, String question, List<String> leads) {
    /** Copies the list. */
    public Asked {
      leads = List.copyOf(leads);
    }

    /** With the first of what answers lead to. */
    private Asked shorter() {
      return new Asked(whom, question, leads.stream().limit(1).toList());
    }
  }

  /**
   * How sure an answer is.
   *
   * @param name the item
   * @param word how sure, such as {@code high}
   * @param because why it is no surer, or that nothing stands against it
   */
  public record Sure(String name, String word, String because) {}

  /**
   * What an answer rests on.
   *
   * @param text the source, with the places in it
   * @param status whose it is and its state, in words
   * @param mark how far it binds
   */
  public record Source(String text, String status, Mark mark) {}

  /** How far a source binds. */
  public enum Mark {
    /** Law that applies. */
    IN_FORCE,
    /** What informs and does not bind. */
    SOFT,
    /** A proposal, or a state that nobody has confirmed. */
    IN_DOUBT,
    /** What this project judges, in the spirit of a source. */
    OWN
  }

  /** What stands on top: the question, else what the facts are about, else the subject. */
  public String heading() {
    return !question.isEmpty() ? question : !title.isEmpty() ? title : subject;
  }

  /** The same with one more sentence at the foot. */
  Brief noting(String sentence) {
    List<String> more = new ArrayList<>(foot);
    more.add(sentence);
    return new Brief(
        subject,
        about,
        asOf,
        reader,
        question,
        title,
        answer,
        items,
        this.more,
        actions,
        questions,
        sure,
        sources,
        moreSources,
        more);
  }

  /** So many as may stay, in their order; what lets a thing go on or says nothing goes first. */
  static <T> List<T> first(List<T> all, Function<T, Stance> stance, int most) {
    List<T> kept =
        all.stream()
            .sorted(Comparator.comparingInt(each -> LEFT_OUT_FIRST.indexOf(stance.apply(each))))
            .limit(most)
            .toList();
    return all.stream().filter(kept::contains).toList();
  }

  /**
   * The same with less of what is least missed; items and sources that are left out are counted.
   *
   * @param rows how many items stay
   * @param others how many questions, reasons to be sure and sources stay
   */
  Brief shorter(int rows, int others) {
    Map<Stance, Integer> left = new EnumMap<>(Stance.class);
    List<Row> kept = first(items, Row::stance, rows);
    items.stream()
        .filter(row -> !kept.contains(row))
        .forEach(row -> left.merge(row.stance(), row.count(), Integer::sum));
    more.forEach((stance, count) -> left.merge(stance, count, Integer::sum));
    return new Brief(
        subject,
        about,
        asOf,
        reader,
        question,
        title,
        answer,
        kept.stream().map(Row::shorter).toList(),
        left,
        actions,
        questions.stream().limit(others).map(Asked::shorter).toList(),
        sure.stream().limit(others).toList(),
        sources.stream().limit(others).toList(),
        moreSources + Math.max(0, sources.size() - others),
        foot);
  }

  /** Whether nobody said who does an action. */
  public boolean isProposing() {
    return actions.stream().anyMatch(Action::isProposed);
  }
}
