package eu.policyadvisor.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lays the words of a name beside those of a listed one. */
final class Alignment {
  /** So much of the weight of both names must agree. */
  static final double NEAR = 0.5;

  /** A word of fewer letters is that of too many to tell who is meant. */
  private static final int TELLING = 4;

  /** A word of so many letters may be misspelt even where it is all there is. */
  private static final int LONG = 7;

  private final NameIndex index;
  private final List<String> asked;
  private final List<String> listed;
  private final List<String> agree = new ArrayList<>();
  private final List<String> differ = new ArrayList<>();
  private double agreed;
  private int naming;
  private int own;
  private int acronyms;
  private int slips;
  private boolean isLong;

  private Alignment(NameIndex index, Name name, Name other) {
    this.index = index;
    this.asked = new ArrayList<>(name.words());
    this.listed = new ArrayList<>(other.words());
  }

  /**
   * What agrees and what does not.
   *
   * @param agree words that agree
   * @param differ words that stand in one name only, or are spelt differently
   * @param score how much of both agrees
   */
  record Result(List<String> agree, List<String> differ, double score) {}

  /**
   * Whether each word that tells parties apart can have one of its like in the other name. Most
   * candidates share one such word and differ in the next: they need not be laid side by side.
   */
  static boolean isPossible(Name name, Name other) {
    // One word may be written as two, not more.
    return Math.abs(name.naming().size() - other.naming().size()) <= 1
        && isPossible(name.naming(), other.words())
        && isPossible(other.naming(), name.words());
  }

  private static boolean isPossible(List<String> words, List<String> others) {
    for (String word : words) {
      boolean possible = others.contains(word);
      for (int i = 0; !possible && i < others.size(); i++) {
        possible = mayBeLike(word, others.get(i));
      }
      if (!possible) {
        return false;
      }
    }
    return true;
  }

  private static boolean mayBeLike(String word, String other) {
    int most = Math.max(word.length(), other.length());
    return word.charAt(0) == other.charAt(0)
        || word.charAt(word.length() - 1) == other.charAt(other.length() - 1)
        || word.regionMatches(1, other, 0, 2)
        || other.regionMatches(1, word, 0, 2)
        || most <= TELLING;
  }

  /** How a name resembles a listed one; empty when it does not. */
  static Optional<Result> of(NameIndex index, Name name, Name other) {
    return new Alignment(index, name, other).align();
  }

  /** How much of both agrees, of the words that count. */
  private double share(Predicate<String> counts) {
    return agreed / (agreed + Math.max(weight(asked, counts), weight(listed, counts)));
  }

  private double weight(List<String> words, Predicate<String> counts) {
    double weight = 0;
    for (String word : words) {
      weight += counts.test(word) ? index.weight(word) : 0;
    }
    return weight;
  }

  /** A place more is a question, however many words say it. */
  private static boolean isNoPlace(String word) {
    return NameWords.get().kind(word) != NameWords.Kind.PLACE;
  }

  private Optional<Result> align() {
    same();
    joined(asked, listed, true);
    joined(listed, asked, false);
    slips();
    if (naming == 0 || slips > 1 || slips == 1 && agree.size() == 1 && !isLong || !isOneParty()) {
      return Optional.empty();
    }
    asked.forEach(word -> differ.add("'" + word + "' is not in the listed name"));
    listed.forEach(word -> differ.add("the listed name has '" + word + "'"));
    if (share(Alignment::isNoPlace) < NEAR) {
      return Optional.empty();
    }
    return Optional.of(new Result(agree, differ, share(word -> true)));
  }

  private void same() {
    for (String word : List.copyOf(asked)) {
      if (listed.remove(word)) {
        asked.remove(word);
        agree(word, word);
      }
    }
  }

  private void agree(String word, String as) {
    agreed += index.weight(as);
    agree.add(word.equals(as) ? word : word + " as " + as);
    NameWords.Kind kind = NameWords.get().kind(as);
    if (kind == NameWords.Kind.OWN || kind == NameWords.Kind.COMMON) {
      naming++;
      own += kind == NameWords.Kind.OWN && as.length() >= TELLING ? 1 : 0;
      acronyms += kind == NameWords.Kind.OWN && as.length() == TELLING - 1 ? 1 : 0;
    }
  }

  /** Two words of one name that are one of the other. */
  private void joined(List<String> apart, List<String> together, boolean asked) {
    for (int i = 0; i + 1 < apart.size(); i++) {
      String one = apart.get(i) + apart.get(i + 1);
      if (together.remove(one)) {
        String two = apart.remove(i) + " " + apart.remove(i);
        agree(asked ? two : one, one);
        differ.add("written as " + (asked ? "one word: " : "two words: ") + (asked ? one : two));
        i--;
      }
    }
  }

  private void slips() {
    boolean confirmed = naming > 0;
    for (String word : List.copyOf(asked)) {
      for (String other : listed) {
        if (isMisspelt(word, other, confirmed)) {
          asked.remove(word);
          listed.remove(other);
          agree(word, other);
          if (!Misspelling.sameSound(word, other)) {
            slips++;
            isLong = other.length() >= LONG;
          }
          differ.add("'" + word + "' is listed as '" + other + "'");
          break;
        }
      }
    }
  }

  /**
   * Known places one letter apart are other places, and so are numbers; a word one letter off a
   * place is taken for it where other words name the party.
   */
  private static boolean isMisspelt(String word, String other, boolean confirmed) {
    NameWords.Kind kind = NameWords.get().kind(word);
    NameWords.Kind as = NameWords.get().kind(other);
    if (kind != NameWords.Kind.OWN && as != NameWords.Kind.OWN
        || kind == NameWords.Kind.NUMBER
        || as == NameWords.Kind.NUMBER) {
      return false;
    } else if (kind == NameWords.Kind.PLACE || as == NameWords.Kind.PLACE) {
      return confirmed
          && Math.min(word.length(), other.length()) >= NameIndex.LONG_ENOUGH
          && Misspelling.isSlip(word, other);
    }
    return Misspelling.between(word, other, confirmed);
  }

  /**
   * What one name says and the other leaves out may be where the party is; or what it does, if not
   * both names say something else of that, and a word agrees that is its own.
   */
  private boolean isOneParty() {
    if (tells(asked) || tells(listed)) {
      return false;
    } else if (isPlace(asked) && isPlace(listed)) {
      return true;
    }
    boolean otherTrade =
        hasTrade(asked) && hasTrade(listed) && !(areTechnical(asked) && areTechnical(listed));
    return !otherTrade && slips == 0 && (own > 0 || acronyms > 0 && isPlace(asked));
  }

  private static boolean tells(List<String> words) {
    return any(words, word -> NameWords.get().kind(word).tells());
  }

  private static boolean isPlace(List<String> words) {
    return !any(words, Alignment::isNoPlace);
  }

  private static boolean hasTrade(List<String> words) {
    return any(words, Alignment::isTrade);
  }

  private static boolean areTechnical(List<String> words) {
    return !any(words, word -> isTrade(word) && !NameWords.get().isTechnical(word));
  }

  /** A loop, for it runs for each candidate: a stream takes longer than the words. */
  private static boolean any(List<String> words, Predicate<String> is) {
    for (String word : words) {
      if (is.test(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTrade(String word) {
    return NameWords.get().kind(word) == NameWords.Kind.BUSINESS;
  }
}
