package eu.policyadvisor.screening;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
    /** It says nothing of what the party does or where, such as {@code group}. */
    GENERAL,
    /** It says where the party is. */
    PLACE;

    /** Whether it tells parties apart. */
    boolean tells() {
      return this == OWN || this == COMMON || this == NUMBER;
    }
  }

  /** A word of so many letters that is one letter off a known one is a slip, not a name. */
  private static final int LONG = 8;

  private static final List<String> LONG_FORMS =
      List.of("limited", "company", "corporation", "incorporated");

  private static final int SHORTEST_FORM_SLIP = 6;
  private static final int SHORTEST_WITHOUT_VOWELS = 4;

  private static final List<String> LANGUAGES =
      List.of(
          "en", "cs", "da", "de", "es", "et", "fi", "fr", "hr", "hu", "it", "lt", "lv", "nl", "pl",
          "pt", "ro", "sk", "sl", "sv", "tr");

  private static final String VOWELS = "aeiou";

  /** Brackets, which are common to all, are part of what stands for Korean forms. */
  private static final Set<Character.UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HANGUL,
          Character.UnicodeScript.THAI,
          Character.UnicodeScript.COMMON);

  private static final Set<String> ROMAN =
      Set.of("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii");

  private final Map<List<String>, String> legalForms = new HashMap<>();
  private final Set<List<String>> formsBehindOnly = new HashSet<>();
  private final Set<String> firstOfForms = new HashSet<>();
  private final Set<String> lastOfForms = new HashSet<>();
  private final Map<String, String> same = new HashMap<>();
  private final Map<String, String> translated = new HashMap<>();
  private final Map<String, Kind> kinds = new HashMap<>();

  /** Known words by what is left of them when one letter is taken out. */
  private final Map<String, String> shortened = new HashMap<>();

  private final Set<String> small = new HashSet<>();
  private final Set<String> technical = new HashSet<>();

  /** Known words by what is left of them when vowels are taken out. */
  private final Map<String, List<String>> withoutVowels = new HashMap<>();

  private final Map<String, String> scripts = new HashMap<>();
  private final List<String> scriptsLongestFirst;
  private final int longestForm;

  private NameWords() {
    read();
    countries();
    List.copyOf(kinds.keySet()).stream()
        .sorted()
        .filter(w -> kinds.get(w) == Kind.BUSINESS)
        .forEach(this::shorten);
    List.copyOf(same.keySet()).stream().sorted().forEach(this::shorten);
    Stream.concat(
            kinds.keySet().stream().filter(w -> kinds.get(w) == Kind.BUSINESS),
            same.keySet().stream())
        .filter(word -> word.length() > SHORTEST_WITHOUT_VOWELS)
        .sorted()
        .distinct()
        .forEach(w -> withoutVowels.computeIfAbsent(skeleton(w), k -> new ArrayList<>()).add(w));
    longestForm = legalForms.keySet().stream().mapToInt(List::size).max().orElse(0);
    scriptsLongestFirst = new ArrayList<>(scripts.keySet());
    scriptsLongestFirst.sort(Comparator.comparingInt(String::length).reversed());
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
      case "legal forms" -> form(sides, false);
      case "legal forms behind" -> form(sides, true);
      case "same" -> spellings(sides[0]).forEach(w -> same.put(w, sides[1].strip()));
      case "translated" -> {
        spellings(sides[0]).forEach(w -> translated.put(w, sides[1].strip()));
        translated.remove(sides[1].strip()); // Without its marks it is the English word.
      }
      case "general" -> kinds(line, Kind.GENERAL);
      case "technical" -> {
        kinds(line, Kind.BUSINESS);
        technical.addAll(spellings(line));
      }
      case "business" -> kinds(line, Kind.BUSINESS);
      case "places" -> kinds(line, Kind.PLACE);
      case "common" -> kinds(line, Kind.COMMON);
      case "small" -> small.addAll(spellings(line));
      case "scripts" ->
          scripts.put(
              Normalizer.normalize(sides[0].strip(), Normalizer.Form.NFKC), sides[1].strip());
      default -> throw new IllegalStateException("words.txt has no section for: " + line);
    }
  }

  private void form(String[] sides, boolean behindOnly) {
    for (String each : List.of(sides[0], Spelling.writtenOut(sides[0]))) {
      List<String> words = Spelling.words(each);
      legalForms.put(words, sides[1].strip());
      firstOfForms.add(words.get(0));
      lastOfForms.add(words.get(words.size() - 1));
      if (behindOnly) {
        formsBehindOnly.add(words);
      }
    }
  }

  private void kinds(String line, Kind kind) {
    spellings(line).forEach(word -> kinds.putIfAbsent(word, kind));
  }

  /** Words as they are written here, without marks, and with letters written out. */
  private static Set<String> spellings(String text) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : text.strip().split("\\s+", -1)) {
      words.add(word);
      for (String each : List.of(word, Spelling.writtenOut(word))) {
        words.add(String.join("", Spelling.words(each)));
      }
    }
    return words;
  }

  /**
   * The names of countries of one word, in the languages of the Union that have Latin letters;
   * those of several share words with other names.
   */
  private void countries() {
    for (String language : LANGUAGES) {
      Locale in = Locale.forLanguageTag(language);
      for (String code : Locale.getISOCountries()) {
        String name = new Locale("", code).getDisplayCountry(in);
        List<String> words = Spelling.words(name);
        if (words.size() == 1) {
          kinds.putIfAbsent(words.get(0), Kind.PLACE);
          kinds.putIfAbsent(Spelling.words(Spelling.writtenOut(name)).get(0), Kind.PLACE);
        }
      }
    }
  }

  /** The form of which some words are the name, or null. */
  @org.jspecify.annotations.Nullable
  String legalForm(List<String> words) {
    return legalForms.get(words);
  }

  /** Whether a legal form begins with a word: most do not, and need no further look. */
  boolean beginsForm(String word) {
    return firstOfForms.contains(word);
  }

  boolean endsForm(String word) {
    return lastOfForms.contains(word);
  }

  /** Whether words are a legal form that may stand in front of a name. */
  boolean isFormInFront(List<String> words) {
    return legalForms.containsKey(words) && !formsBehindOnly.contains(words);
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

  /** The English word for one of another language, or null. */
  @org.jspecify.annotations.Nullable
  String translated(String word) {
    return translated.get(word);
  }

  private static String skeleton(String word) {
    StringBuilder consonants = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      if (i == 0 || VOWELS.indexOf(word.charAt(i)) < 0) {
        consonants.append(word.charAt(i));
      }
    }
    return consonants.toString();
  }

  private static boolean hasFewVowels(String word) {
    int vowels = 0;
    for (int i = 1; i < word.length(); i++) {
      vowels += VOWELS.indexOf(word.charAt(i)) < 0 ? 0 : 1;
    }
    return 4 * vowels <= word.length();
  }

  /** Whether a word is another one of which vowels were left out. */
  private static boolean isWithoutVowels(String word, String full) {
    int at = 0;
    for (int i = 0; i < full.length(); i++) {
      if (at < word.length() && word.charAt(at) == full.charAt(i)) {
        at++;
      } else if (VOWELS.indexOf(full.charAt(i)) < 0) {
        return false;
      }
    }
    return at == word.length();
  }

  /**
   * The word that stands for all its spellings; slips in long words and those without some of their
   * vowels, as in {@code srvces}, among them.
   */
  String same(String word) {
    String known = same.get(word);
    if (known != null || kinds.containsKey(word) || word.length() < SHORTEST_WITHOUT_VOWELS) {
      return known == null ? word : known;
    }
    if (hasFewVowels(word)) {
      for (String full : withoutVowels.getOrDefault(skeleton(word), List.of())) {
        if (isWithoutVowels(word, full)) {
          return same.getOrDefault(full, full);
        }
      }
    }
    if (word.length() < LONG) {
      return word;
    }
    for (String each : NameIndex.shortened(word)) {
      String meant = shortened.get(each);
      if (meant != null && Misspelling.between(word, meant, false)) {
        return same.getOrDefault(meant, meant);
      }
    }
    return word;
  }

  boolean isTechnical(String word) {
    return technical.contains(word);
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

  /** Known words of other scripts in English words, the others as they are. */
  String fromOtherScripts(String text) {
    String spaced = text;
    for (String word : scriptsLongestFirst) {
      for (int at = spaced.indexOf(word); at >= 0; at = spaced.indexOf(word, at + 1)) {
        if (standsAlone(spaced, at, at + word.length())) {
          String english = " " + scripts.get(word) + " ";
          spaced = spaced.substring(0, at) + english + spaced.substring(at + word.length());
          at += english.length() - 1;
        }
      }
    }
    return spaced;
  }

  /** Whether a part of a text is a word; where scripts do without spaces, any part may be. */
  private static boolean standsAlone(String text, int from, int to) {
    return WITHOUT_SPACES.contains(Character.UnicodeScript.of(text.codePointAt(from)))
        || (from == 0 || !Character.isLetter(text.codePointBefore(from)))
            && (to == text.length() || !Character.isLetter(text.codePointAt(to)));
  }
}
