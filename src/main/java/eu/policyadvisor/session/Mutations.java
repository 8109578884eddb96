package eu.policyadvisor.session;

import eu.policyadvisor.rule.Mutation;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The changes that can be made to rules. */
public final class Mutations {
  private Mutations() {}

  /**
   * All small changes of all rules, file by file; some of them do not compile.
   *
   * @param ownRules a directory of rules whose changes are asked for; null for the built-in ones
   */
  public static List<Mutation> of(@Nullable RuleDirectory ownRules) {
    SortedMap<String, String> files = DrlSources.files(ownRules);
    DrlWords words = new DrlWords(files);
    List<Mutation> all = new ArrayList<>();
    files.forEach((file, drl) -> all.addAll(RuleMutator.of(file, drl, words)));
    return all.stream().sorted().distinct().toList();
  }
}
