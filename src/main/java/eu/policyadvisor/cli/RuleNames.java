package eu.policyadvisor.cli;

import eu.policyadvisor.cli.io.UsageException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** What to say when a rule is named that does not exist. */
final class RuleNames {
  private static final double NEAR = 0.8;
  private static final int MOST_NAMES = 3;

  private RuleNames() {}

  static UsageException unknown(String id, Collection<String> known) {
    return new UsageException("there is no rule '" + id + "'" + nearest(id, known));
  }

  private static String nearest(String id, Collection<String> ids) {
    JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    String wanted = id.toLowerCase(Locale.ROOT);
    record Near(String id, double similarity) {}
    List<Near> near =
        ids.stream()
            .map(
                known ->
                    new Near(
                        known,
                        !wanted.isEmpty() && known.contains(wanted)
                            ? 1
                            : Math.max(
                                similarity.apply(wanted, known),
                                similarity.apply(wanted, known.substring(known.indexOf('/') + 1)))))
            .filter(each -> each.similarity() > NEAR)
            .sorted(Comparator.comparing(Near::similarity).reversed().thenComparing(Near::id))
            .limit(MOST_NAMES)
            .toList();
    return near.isEmpty()
        ? "; ids are theme/name, with the themes "
            + ids.stream()
                .map(known -> known.substring(0, Math.max(0, known.indexOf('/'))))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "))
            + "; 'advisor rules --all' lists them"
        : near.stream()
            .map(each -> "'" + each.id() + "'")
            .collect(Collectors.joining(" or ", "; did you mean ", "?"));
  }
}
