package eu.policyadvisor.screening;

import eu.policyadvisor.fact.PartyList;
import eu.policyadvisor.problem.Deadline;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks names up in lists. It never changes, and any thread may ask it. */
public final class Screener {
  private static final int MOST_NEAR = 5;
  private static final int SHORTEST_SQUEEZED = 5;

  private static final Comparator<Match> BEST_FIRST =
      Comparator.comparing(Match::kind)
          .thenComparing(Comparator.comparingDouble(Match::score).reversed())
          .thenComparing(match -> match.list().id())
          .thenComparing(match -> match.row().line())
          .thenComparing(Match::listed);

  private final List<KeptList> lists;

  /** Apart, so that what a word weighs in one list does not depend on which others are asked. */
  private final List<NameIndex> indexes = new ArrayList<>();

  private Screener(List<KeptList> lists) {
    this.lists = List.copyOf(lists);
  }

  /**
   * Of versions of lists, one of each list.
   *
   * @throws InvalidListException if one is not as it was when it was imported
   * @throws IOException if one cannot be read
   */
  public static Screener of(List<KeptList> lists) throws InvalidListException, IOException {
    Screener screener = new Screener(lists);
    for (KeptList kept : lists) {
      screener.add(kept, ListStore.read(kept));
    }
    return screener;
  }

  /** Of lists at hand. */
  public static Screener of(Map<KeptList, ScreeningList> lists) {
    Screener screener = new Screener(List.copyOf(lists.keySet()));
    lists.forEach(screener::add);
    return screener;
  }

  private void add(KeptList kept, ScreeningList list) {
    NameIndex index = new NameIndex();
    for (ListRow row : list.rows()) {
      index.add(ListedName.of(row, kept));
    }
    indexes.add(index);
  }

  /** The lists that are asked. */
  public List<KeptList> lists() {
    return lists;
  }

  /**
   * The parties on lists that a name is of, and of each list the nearest ones that it resembles.
   * What it resembles is left out where it would tell no more: the name is that of a party on all
   * lists of parties, as facts name them, that the row is on; of a row on none of them, that of a
   * party in the same list.
   *
   * @param name the name
   * @param country where the party is, in two letters; null when it is not known
   * @param day the day on which they must be listed
   */
  public List<Match> screen(String name, @Nullable String country, LocalDate day) {
    IdentityHashMap<ListRow, Match> best = new IdentityHashMap<>();
    for (AskedName reading : AskedName.of(name)) {
      Deadline.check();
      Name each = reading.name();
      if (each.words().stream().allMatch(Screener::isPlace)) {
        continue;
      }
      for (NameIndex index : indexes) {
        new Asked(name, reading, country, day, best).in(index);
      }
    }
    List<Match> matches = new ArrayList<>(best.values());
    matches.sort(BEST_FIRST);
    return telling(matches);
  }

  /** Those that tell something; however many lists are asked, none takes the room of another. */
  private static List<Match> telling(List<Match> matches) {
    Set<PartyList> on = EnumSet.noneOf(PartyList.class);
    Set<String> in = new HashSet<>();
    Map<String, Integer> near = new HashMap<>();
    List<Match> telling = new ArrayList<>();
    for (Match match : matches) {
      String list = match.list().id();
      Set<PartyList> parties = match.row().lists();
      if (match.kind() == Match.Kind.EXACT) {
        on.addAll(parties);
        in.add(list);
        telling.add(match);
      } else if (!(parties.isEmpty() ? in.contains(list) : on.containsAll(parties))
          && near.merge(list, 1, Integer::sum) <= MOST_NEAR) {
        telling.add(match);
      }
    }
    return telling;
  }

  private static boolean isPlace(String word) {
    return NameWords.get().kind(word) == NameWords.Kind.PLACE;
  }

  /** A name that is asked for, and the best match of each row so far. */
  private static final class Asked {
    private final String written;
    private final Name name;
    private final @Nullable String leftOut;
    private final @Nullable String country;
    private final LocalDate day;
    private final IdentityHashMap<ListRow, Match> best;

    private Asked(
        String written,
        AskedName reading,
        @Nullable String country,
        LocalDate day,
        IdentityHashMap<ListRow, Match> best) {
      this.written = written;
      this.name = reading.name();
      this.leftOut = reading.leftOut();
      this.country = country;
      this.day = day;
      this.best = best;
    }

    private void in(NameIndex index) {
      whole(index.withKey(name), List.of());
      whole(index.withSameWords(name), List.of("the words stand in another order"));
      if (name.squeezed().length() >= SHORTEST_SQUEEZED) {
        whole(index.withSameLetters(name), List.of("the words are written apart or together"));
      }
      partly(index);
    }

    /** All words agree. */
    private void whole(Collection<ListedName> candidates, List<String> unlike) {
      for (ListedName listed : candidates) {
        Deadline.check();
        if (!name.key().equals(listed.name().key()) || unlike.isEmpty()) {
          put(listed, name.words(), withTranslation(listed, unlike), 1);
        }
      }
    }

    private List<String> withTranslation(ListedName listed, List<String> unlike) {
      if (name.translated().equals(listed.name().translated())) {
        return unlike;
      }
      List<String> all = new ArrayList<>(unlike);
      all.add("words are in another language");
      return all;
    }

    private void partly(NameIndex index) {
      for (ListedName listed : index.sharingAWord(name)) {
        if (!Alignment.isPossible(name, listed.name())) {
          continue;
        }
        Match known = best.get(listed.row());
        if (known == null || known.score() < 1) {
          Alignment.of(index, name, listed.name())
              .ifPresent(like -> put(listed, like.agree(), like.differ(), like.score()));
        }
      }
    }

    private void put(ListedName listed, List<String> agree, List<String> unlike, double score) {
      if (!listed.row().holdsOn(day)) {
        return;
      }
      List<String> differ = new ArrayList<>(unlike);
      if (leftOut != null) {
        differ.add("'" + leftOut + "' is left out");
      }
      if (listed.weak() != null) {
        differ.add(listed.weak());
      }
      if (!name.agreesInForm(listed.name())) {
        differ.add(
            "the legal form is of another kind (%s, listed as %s)"
                .formatted(
                    String.join(", ", name.forms()), String.join(", ", listed.name().forms())));
      }
      if (differ.size() > 1 && !name.hasOwnWord()) {
        return; // Words that many use, not even in the same order or form, are no question.
      }
      boolean countryAgrees =
          country != null && listed.row().countries().contains(country.toUpperCase(Locale.ROOT));
      if (country != null && !countryAgrees && !listed.row().countries().isEmpty()) {
        differ.add(
            "the party is in %s, the listed one in %s"
                .formatted(
                    country,
                    String.join(", ", listed.row().countries().stream().sorted().toList())));
      }
      Match match =
          new Match(
              differ.isEmpty() ? Match.Kind.EXACT : Match.Kind.NEAR,
              written,
              listed.name().written(),
              listed.row(),
              listed.list(),
              agree,
              differ,
              countryAgrees,
              score);
      best.merge(
          listed.row(), match, (one, other) -> BEST_FIRST.compare(one, other) <= 0 ? one : other);
    }
  }
}
