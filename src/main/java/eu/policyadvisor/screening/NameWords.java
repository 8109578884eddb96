package eu.policyadvisor.screening;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the words in names of parties are worth; {@code words.txt} holds it. */
final class NameWords {
  /** What a word tells about whose name it is in. */
  enum Kind {
    /** It names the party. */
    OWN,
    /** It tells parties apart, but alone does not say who is meant. */
    COMMON,
    /** It counts: the 54th institute is not the 55th. */
    NUMBER,
    /** It says what the party does. */
    BUSINESS,
    /** It says where the party is. */
    PLACE
  }

  /** A word of so many letters that is one letter off a known one is a slip, not a name. */
  private static final int LONG = 8;

  private static final List<String> LONG_FORMS =
      List.of("limited", "company", "corporation", "incorporated");

  private static final int SHORTEST_FORM_SLIP = 6;

  private static final Set<String> ROMAN =
      Set.of("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii");

  private final Map<List<String>, String> legalForms = new HashMap<>();
  private final Map<String, String> same = new HashMap<>();
  private final Map<String, Kind> kinds = new HashMap<>();

  /** Known words by what is left of them when one letter is taken out. */
  private final Map<String, String> shortened = new HashMap<>();

  private final Set<String> small = new HashSet<>();
  private final Map<String, String> han = new HashMap<>();
  private final List<String> hanLongestFirst;
  private final int longestForm;

  private NameWords() {
    read();
    countries();
    List.copyOf(kinds.keySet()).stream()
        .sorted()
        .filter(w -> kinds.get(w) == Kind.BUSINESS)
        .forEach(this::shorten);
    List.copyOf(same.keySet()).stream().sorted().forEach(this::shorten);
    longestForm = legalForms.keySet().stream().mapToInt(List::size).max().orElse(0);
    hanLongestFirst = new ArrayList<>(han.keySet());
    hanLongestFirst.sort(Comparator.comparingInt(String::length).reversed());
  }

  /** The one there is, read when it is first asked for. */
  static NameWords get() {
    return Holder.WORDS;
  }

  private static final class Holder {
    static final NameWords WORDS = new NameWords();
  }

  private void read() {
    try (InputStream in = NameWords.class.getResourceAsStream("words.txt")) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks words.txt");
      }
      String section = "";
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String text = line.strip();
        if (text.startsWith("[")) {
          section = text.substring(1, text.length() - 1);
        } else if (!text.isEmpty() && !text.startsWith("#")) {
          take(section, text);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(String section, String line) {
    String[] sides = line.split("=", 2);
    switch (section) {
      case "legal forms" -> legalForms.put(List.of(words(sides[0])), sides[1].strip());
      case "same" -> Arrays.stream(words(sides[0])).forEach(w -> same.put(w, sides[1].strip()));
      case "business" -> Arrays.stream(words(line)).forEach(w -> kinds.put(w, Kind.BUSINESS));
      case "places" -> Arrays.stream(words(line)).forEach(w -> kinds.putIfAbsent(w, Kind.PLACE));
      case "common" -> Arrays.stream(words(line)).forEach(w -> kinds.putIfAbsent(w, Kind.COMMON));
      case "small" -> small.addAll(List.of(words(line)));
      case "han" -> han.put(sides[0].strip(), sides[1].strip());
      default -> throw new IllegalStateException("words.txt has no section for: " + line);
    }
  }

  private static String[] words(String text) {
    return text.strip().split("\\s+", -1);
  }

  /** The names of countries of one word; those of several share words with other names. */
  private void countries() {
    for (String code : Locale.getISOCountries()) {
      String name = new Locale("", code).getDisplayCountry(Locale.ENGLISH);
      String[] words = Spelling.words(name).toArray(String[]::new);
      if (words.length == 1) {
        kinds.putIfAbsent(words[0], Kind.PLACE);
      }
    }
  }

  /** The form of which some words are the name, or null. */
  @org.jspecify.annotations.Nullable
  String legalForm(List<String> words) {
    return legalForms.get(words);
  }

  int longestForm() {
    return longestForm;
  }

  /** A long legal form that is one letter off is a slip: {@code lmited}. */
  String withoutSlipInForm(String word) {
    if (word.length() >= SHORTEST_FORM_SLIP && kinds.get(word) == null && !same.containsKey(word)) {
      for (String form : LONG_FORMS) {
        if (Misspelling.isSlip(word, form)) {
          return form;
        }
      }
    }
    return word;
  }

  private void shorten(String word) {
    if (word.length() > LONG) {
      NameIndex.shortened(word).forEach(each -> shortened.putIfAbsent(each, word));
    }
  }

  /** The word that stands for all its spellings, slips in long words among them. */
  String same(String word) {
    String known = same.get(word);
    if (known != null || kinds.containsKey(word) || word.length() < LONG) {
      return known == null ? word : known;
    }
    for (String each : NameIndex.shortened(word)) {
      String meant = shortened.get(each);
      if (meant != null && Misspelling.between(word, meant, false)) {
        return same.getOrDefault(meant, meant);
      }
    }
    return word;
  }

  boolean isSmall(String word) {
    return small.contains(word);
  }

  Kind kind(String word) {
    Kind kind = kinds.get(word);
    if (kind != null) {
      return kind;
    }
    boolean counts =
        word.length() == 1
            || ROMAN.contains(word)
            || word.chars().allMatch(c -> c >= '0' && c <= '9');
    return counts ? Kind.NUMBER : Kind.OWN;
  }

  /** Chinese words of business in English words, the others as they are. */
  String fromHan(String text) {
    String spaced = text;
    for (String word : hanLongestFirst) {
      spaced = spaced.replace(word, " " + han.get(word) + " ");
    }
    return spaced;
  }
}
