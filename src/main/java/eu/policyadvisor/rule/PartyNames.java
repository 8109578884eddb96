package eu.policyadvisor.rule;

import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parties of the catalogue that a text names.
 *
 * <p>Idea: a name is compared without case, accents, punctuation and the legal form at its end, so
 * that 'Huawei Technologies Co., Ltd.' is 'Huawei Technologies'. It must be one of the names that
 * the catalogue knows, as a whole; nothing is guessed, for that is what screening lists are for.
 * Names are kept in a map from their folded form; one name may be that of several parties, which is
 * for the caller to complain of. To make it takes time in proportion to the names, to ask a hash.
 */
public final class PartyNames {
  /** The part of the catalogue that holds parties. */
  public static final String VENDORS = "vendors";

  /** What says nothing about who is meant, as it is written once it is folded. */
  private static final List<String> LEGAL_FORMS =
      Stream.of(
              ("co ltd limited inc incorporated corp corporation company gmbh ag kg sa s_a spa"
                      + " s_p_a srl sas bv b_v nv n_v llc plc se oy oyj ab asa sro zrt")
                  .split(" "))
          .map(form -> " " + form.replace('_', ' '))
          .toList();

  /** A process has one catalogue, of which every assessment asks names. */
  private static volatile @Nullable Known last;

  private final Map<String, Set<String>> ids = new HashMap<>();

  private PartyNames() {}

  /** The names of the catalogue that was asked last. */
  private record Known(WeakReference<Catalogue> of, PartyNames names) {}

  /** The names of the parties of a catalogue. */
  public static PartyNames of(Catalogue catalogue) {
    Known known = last;
    if (known == null || !known.of().refersTo(catalogue)) {
      known = new Known(new WeakReference<>(catalogue), read(catalogue));
      last = known;
    }
    return known.names();
  }

  private static PartyNames read(Catalogue catalogue) {
    PartyNames names = new PartyNames();
    catalogue
        .entries()
        .getOrDefault(VENDORS, Map.of())
        .values()
        .forEach(entry -> names.add(entry.id(), written(entry)));
    return names;
  }

  private static Collection<String> written(CatalogueEntry entry) {
    return Stream.concat(
            Stream.of(entry.id(), entry.values().getOrDefault("name", entry.id())),
            entry.names().aliases().stream().filter(each -> !each.endsWith("*")))
        .toList();
  }

  private void add(String id, Collection<String> written) {
    written.forEach(name -> ids.computeIfAbsent(key(name), any -> new TreeSet<>()).add(id));
  }

  /** A name as it is compared. */
  public static String key(String name) {
    return withoutLegalForms(StatedWords.fold(name));
  }

  /** A name in lower case and with single blanks, without the legal forms at its end. */
  public static String withoutLegalForms(String name) {
    int end = name.length();
    for (int before = -1; before != end; ) {
      before = end;
      for (String form : LEGAL_FORMS) {
        if (name.startsWith(form, end - form.length())) {
          end -= form.length();
          break;
        }
      }
    }
    return name.substring(0, end);
  }

  /** The ids of the parties that are called so; more than one where a name is shared. */
  public List<String> called(String name) {
    return List.copyOf(ids.getOrDefault(key(name), Set.of()));
  }

  /** The ids of the parties that are named somewhere in a text. */
  public List<String> namedIn(String text) {
    StatedWords stated = StatedWords.of(text);
    Set<String> found = new TreeSet<>();
    new TreeMap<>(ids)
        .forEach(
            (key, called) -> {
              if (!key.isEmpty() && stated.has(key, StatedWords.Ending.NONE)) {
                found.addAll(called);
              }
            });
    return List.copyOf(found);
  }

  /** All names, for a suggestion. */
  public Set<String> all() {
    return new TreeSet<>(ids.keySet());
  }
}
