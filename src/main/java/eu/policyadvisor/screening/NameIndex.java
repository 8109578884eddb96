package eu.policyadvisor.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds names of lists that may be meant by a name, without comparing with all of them. */
final class NameIndex {
  /** A word of so many letters may be misspelt; shorter ones are other words at once. */
  static final int LONG_ENOUGH = 5;

  private final Map<String, List<ListedName>> byKey = new HashMap<>();
  private final Map<String, List<ListedName>> bySorted = new HashMap<>();
  private final Map<String, List<ListedName>> bySqueezed = new HashMap<>();
  private final Map<String, List<ListedName>> byWord = new HashMap<>();
  private final Map<String, Set<String>> bySound = new HashMap<>();
  private final Map<String, Set<String>> byShortened = new HashMap<>();
  private final Map<String, Integer> rowsWith = new HashMap<>();
  private int rows;

  void add(List<ListedName> namesOfRow) {
    rows++;
    Set<String> words = new HashSet<>();
    for (ListedName listed : namesOfRow) {
      Name name = listed.name();
      put(byKey, name.key(), listed);
      put(bySorted, name.sorted(), listed);
      put(bySqueezed, name.squeezed(), listed);
      if (!name.letters().equals(name.squeezed())) {
        put(bySqueezed, name.letters(), listed);
      }
      for (String word : new LinkedHashSet<>(name.words())) {
        if (names(word)) {
          put(byWord, word, listed);
          words.add(word);
        }
      }
    }
    for (String word : words) {
      if (rowsWith.merge(word, 1, Integer::sum) == 1 && word.length() >= LONG_ENOUGH) {
        bySound.computeIfAbsent(Spelling.sound(word), any -> new HashSet<>()).add(word);
        shortened(word)
            .forEach(each -> byShortened.computeIfAbsent(each, any -> new HashSet<>()).add(word));
      }
    }
  }

  private static void put(Map<String, List<ListedName>> map, String key, ListedName listed) {
    map.computeIfAbsent(key, any -> new ArrayList<>(1)).add(listed);
  }

  private static boolean names(String word) {
    NameWords.Kind kind = NameWords.get().kind(word);
    return kind == NameWords.Kind.OWN || kind == NameWords.Kind.COMMON;
  }

  List<ListedName> withKey(Name name) {
    return byKey.getOrDefault(name.key(), List.of());
  }

  List<ListedName> withSameWords(Name name) {
    return bySorted.getOrDefault(name.sorted(), List.of());
  }

  List<ListedName> withSameLetters(Name name) {
    List<ListedName> same = bySqueezed.getOrDefault(name.squeezed(), List.of());
    return same.isEmpty() ? bySqueezed.getOrDefault(name.letters(), List.of()) : same;
  }

  /**
   * All names that share one of the two rarest naming words of a name, be it spelt a little
   * differently: what does not share these cannot agree in all.
   */
  Set<ListedName> sharingAWord(Name name) {
    List<List<ListedName>> byRarity = new ArrayList<>();
    Set<ListedName> sharing = Collections.newSetFromMap(new IdentityHashMap<>());
    String before = "";
    for (String word : name.words()) {
      if (names(word)) {
        List<ListedName> with = with(word);
        if (!with.isEmpty()) {
          byRarity.add(with);
        }
      }
      // Sense Time is SenseTime, and the other way round.
      if (!before.isEmpty()) {
        sharing.addAll(byWord.getOrDefault(before + word, List.of()));
      }
      before = word;
    }
    byRarity.sort(Comparator.comparingInt(List::size));
    byRarity.stream().limit(2).forEach(sharing::addAll);
    return sharing;
  }

  private List<ListedName> with(String word) {
    List<ListedName> with = byWord.getOrDefault(word, List.of());
    Set<String> like = like(word);
    if (like.isEmpty()) {
      return with;
    }
    List<ListedName> all = new ArrayList<>(with);
    like.forEach(each -> all.addAll(byWord.getOrDefault(each, List.of())));
    return all;
  }

  private Set<String> like(String word) {
    if (word.length() < LONG_ENOUGH) {
      return Set.of();
    }
    Set<String> like = new LinkedHashSet<>(bySound.getOrDefault(Spelling.sound(word), Set.of()));
    for (String each : shortened(word)) {
      like.addAll(byShortened.getOrDefault(each, Set.of()));
    }
    like.remove(word);
    return like;
  }

  /** A word, and all that is left when one letter is taken out: words one step apart share one. */
  static Set<String> shortened(String word) {
    Set<String> shortened = new TreeSet<>();
    shortened.add(word);
    for (int i = 0; i < word.length(); i++) {
      shortened.add(word.substring(0, i) + word.substring(i + 1));
    }
    return shortened;
  }

  /**
   * What a word weighs: the rarer in the lists, the more. Words of business and places weigh little
   * wherever they stand.
   */
  double weight(String word) {
    return switch (NameWords.get().kind(word)) {
      case BUSINESS, GENERAL, PLACE -> LITTLE;
      case NUMBER -> HALF;
      case COMMON, OWN -> {
        int with = rowsWith.getOrDefault(word, 1);
        double rarity = rows < 2 ? 1 : 1 - Math.log(with) / Math.log(rows);
        yield LEAST + (1 - LEAST) * rarity;
      }
    };
  }

  private static final double LITTLE = 0.2;
  private static final double HALF = 0.5;
  private static final double LEAST = 0.4;
}
