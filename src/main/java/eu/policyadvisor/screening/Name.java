package eu.policyadvisor.screening;

import java.util.ArrayList;
import java.util.Collections;
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
 */
record Name(
    String written,
    List<String> words,
    Set<String> forms,
    String key,
    String sorted,
    String squeezed,
    String letters,
    List<String> naming) {

  private static final String ANY_COMPANY = "company";

  /** The longest names of lists have some 300 characters; to compare takes time with the square. */
  private static final int MOST_COMPARED = 1000;

  /**
   * Of a name as somebody wrote it; null when it holds no word. Of one without end the beginning is
   * compared.
   */
  static @Nullable Name of(String written) {
    List<String> words =
        Spelling.words(written.substring(0, Math.min(written.length(), MOST_COMPARED)));
    Set<String> forms = new TreeSet<>();
    List<String> bare = withoutForms(words, forms);
    List<String> core = core(bare);
    if (core.isEmpty()) {
      core = core(words);
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
        core.stream().filter(Name::tells).toList());
  }

  private static boolean tells(String word) {
    NameWords.Kind kind = NameWords.get().kind(word);
    return kind != NameWords.Kind.BUSINESS && kind != NameWords.Kind.PLACE;
  }

  private static List<String> core(List<String> words) {
    NameWords known = NameWords.get();
    List<String> core = new ArrayList<>();
    for (String word : words) {
      String same = known.same(word);
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
      if (length > 1
          || length == 1
              && (rest.get(at).length() > 2 || places(rest.subList(at + 1, rest.size())))) {
        forms.add(Objects.requireNonNull(NameWords.get().legalForm(rest.subList(at, at + length))));
        rest.subList(at, at + length).clear();
        at--;
      }
    }
    return rest;
  }

  private static boolean places(List<String> words) {
    return !words.isEmpty()
        && words.stream().allMatch(word -> NameWords.get().kind(word) == NameWords.Kind.PLACE);
  }

  private static boolean strip(List<String> words, int at, Set<String> forms, boolean atEnd) {
    for (int length = Math.min(NameWords.get().longestForm(), words.size() - 1);
        length > 0;
        length--) {
      List<String> part = atEnd ? words.subList(at - length, at) : words.subList(at, at + length);
      String form = NameWords.get().legalForm(List.copyOf(part));
      if (form != null) {
        forms.add(form);
        part.clear();
        return true;
      }
    }
    return false;
  }

  private static int formAt(List<String> words, int at) {
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
