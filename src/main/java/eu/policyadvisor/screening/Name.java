package eu.policyadvisor.screening;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A name as it is compared: its words in their usual spelling, without legal forms and small words.
 *
 * @param written as somebody wrote it
 * @param words what is compared, in the order of the name
 * @param forms kinds of legal form that it names, {@code company} left out
 * @param key the words in their order
 * @param sorted the words in the order of the alphabet
 * @param squeezed the words without spaces between them
 * @param letters the same of the words as they are spelt
 * @param naming those of the words that tell parties apart
 * @param translated those of the words that are written in another language than English
 */
record Name(
    String written,
    List<String> words,
    Set<String> forms,
    String key,
    String sorted,
    String squeezed,
    String letters,
    List<String> naming,
    Set<String> translated) {

  private static final String ANY_COMPANY = "company";
  private static final int LONGEST_BEHIND = 3;

  /** Of a name as somebody wrote it; null when it holds no word. */
  static @Nullable Name of(String written) {
    return spelt(written, written);
  }

  /** Of a name, in another spelling than somebody wrote it. */
  static @Nullable Name spelt(String written, String spelling) {
    return of(written, Spelling.words(spelling));
  }

  /** Of a name whose words are at hand. */
  static @Nullable Name of(String written, List<String> words) {
    Set<String> forms = new TreeSet<>();
    List<String> bare = withoutForms(words, forms);
    Set<String> translated = new HashSet<>();
    List<String> core = core(bare, translated);
    if (core.isEmpty()) {
      core = core(words, translated);
    }
    if (core.isEmpty()) {
      return null;
    }
    forms.remove(ANY_COMPANY);
    List<String> sorted = new ArrayList<>(core);
    Collections.sort(sorted);
    return new Name(
        written,
        List.copyOf(core),
        Collections.unmodifiableSet(forms),
        String.join(" ", core),
        String.join(" ", sorted),
        String.join("", core),
        String.join("", bare),
        core.stream().filter(Name::tells).toList(),
        Set.copyOf(translated));
  }

  /**
   * A name up to the legal form in its middle, and what stands behind it: a place most often, or
   * what a branch does.
   */
  record Cut(Name name, String behind) {}

  /** The name without the places at its end; null where none are, or nothing else is. */
  @Nullable Cut withoutPlaces() {
    int end = words.size();
    while (end > 0 && places(words.subList(end - 1, end))) {
      end--;
    }
    Name name =
        end == words.size() || places(words.subList(0, end))
            ? null
            : of(written, words.subList(0, end));
    return name == null ? null : new Cut(name, String.join(" ", words.subList(end, words.size())));
  }

  /** Of a name with words behind its legal form that say no more than where or which part. */
  static @Nullable Cut cut(String written, List<String> words) {
    for (int at = 1; at < words.size(); at++) {
      int to = at + formAt(words, at);
      if (to == at || to == words.size()) {
        continue;
      }
      List<String> form = words.subList(at, to);
      List<String> behind = withoutForms(words.subList(to, words.size()), new TreeSet<>());
      if (endsName(form)
          && !behind.isEmpty()
          && behind.size() <= LONGEST_BEHIND
          && behind.stream().allMatch(Name::isAddition)) {
        Name name = of(written, words.subList(0, to));
        return name == null ? null : new Cut(name, String.join(" ", behind));
      }
    }
    return null;
  }

  /** Two letters are a word more often than a form, and corporations have institutes by number. */
  private static boolean endsName(List<String> form) {
    String kind = NameWords.get().legalForm(form);
    return kind != null
        && !kind.equals(ANY_COMPANY)
        && String.join("", form).length() > 2
        && !form.contains("corporation");
  }

  private static boolean isAddition(String word) {
    NameWords.Kind kind = NameWords.get().kind(NameWords.get().same(word));
    return (kind == NameWords.Kind.PLACE || kind == NameWords.Kind.OWN)
        && NameWords.get().legalForm(List.of(word)) == null;
  }

  /** Whether a text says where and nothing else. */
  static boolean isPlace(String text) {
    Name name = of(text);
    return name != null && places(name.words);
  }

  private static boolean tells(String word) {
    return NameWords.get().kind(word).tells();
  }

  private static List<String> core(List<String> words, Set<String> translated) {
    NameWords known = NameWords.get();
    List<String> core = new ArrayList<>();
    for (String word : words) {
      String english = known.translated(word);
      if (english != null) {
        translated.add(english);
      }
      String same = english == null ? known.same(word) : english;
      boolean initial = core.isEmpty() && word.length() == 1;
      if (initial || !known.isSmall(same)) {
        core.add((initial ? word : same).intern());
      }
    }
    return core;
  }

  /**
   * Short forms such as {@code as} are words elsewhere: they count at either end of a name only.
   */
  private static List<String> withoutForms(List<String> words, Set<String> forms) {
    List<String> rest = new ArrayList<>(words);
    rest.replaceAll(NameWords.get()::withoutSlipInForm);
    while (strip(rest, rest.size(), forms, true)) {
      // Another form may stand before it: Co., Ltd.
    }
    while (strip(rest, 0, forms, false)) {
      // Another form may stand behind it.
    }
    for (int at = 1; at < rest.size(); at++) {
      int length = formAt(rest, at);
      if (length > 0 && !NameWords.get().isFormInFront(rest.subList(at, at + length))) {
        continue;
      }
      if (length > 1
          || length == 1
              && (rest.get(at).length() > 2
                  || at + 1 < rest.size() && places(rest.subList(at + 1, rest.size())))) {
        forms.add(Objects.requireNonNull(NameWords.get().legalForm(rest.subList(at, at + length))));
        rest.subList(at, at + length).clear();
        at--;
      }
    }
    return rest;
  }

  private static boolean places(List<String> words) {
    return words.stream().allMatch(word -> NameWords.get().kind(word) == NameWords.Kind.PLACE);
  }

  private static boolean strip(List<String> words, int at, Set<String> forms, boolean atEnd) {
    NameWords known = NameWords.get();
    if (words.isEmpty()
        || !(atEnd ? known.endsForm(words.get(at - 1)) : known.beginsForm(words.get(at)))) {
      return false;
    }
    for (int length = Math.min(NameWords.get().longestForm(), words.size() - 1);
        length > 0;
        length--) {
      List<String> part = atEnd ? words.subList(at - length, at) : words.subList(at, at + length);
      String form = NameWords.get().legalForm(List.copyOf(part));
      if (form != null && (atEnd || NameWords.get().isFormInFront(part))) {
        forms.add(form);
        part.clear();
        return true;
      }
    }
    return false;
  }

  private static int formAt(List<String> words, int at) {
    if (!NameWords.get().beginsForm(words.get(at))) {
      return 0;
    }
    for (int length = Math.min(NameWords.get().longestForm(), words.size() - at);
        length > 0;
        length--) {
      if (NameWords.get().legalForm(words.subList(at, at + length)) != null) {
        return length;
      }
    }
    return 0;
  }

  /** Whether a word of it is not one that many names have. */
  boolean hasOwnWord() {
    return words.stream().anyMatch(word -> NameWords.get().kind(word) == NameWords.Kind.OWN);
  }

  /** Whether the legal forms that both state are of one kind, or one states none. */
  boolean agreesInForm(Name other) {
    return forms.isEmpty() || other.forms.isEmpty() || !Collections.disjoint(forms, other.forms);
  }
}
