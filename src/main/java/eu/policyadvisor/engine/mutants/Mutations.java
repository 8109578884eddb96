package eu.policyadvisor.engine.mutants;

import eu.policyadvisor.engine.drl.DrlSources;
import eu.policyadvisor.engine.drl.DrlToken;
import eu.policyadvisor.rule.Mutation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The changes that can be made to rules. */
public final class Mutations {
  private Mutations() {}

  /**
   * All small changes of the rules of an analyst, else of the built-in ones, file by file; some of
   * them do not compile.
   *
   * @param sources where the rules are written
   */
  public static List<Mutation> of(DrlSources sources) {
    DrlWords words = new DrlWords(sources.files());
    return sources.files().stream()
        .flatMap(file -> file.rules().stream())
        .flatMap(rule -> RuleMutator.of(rule, sources, words).stream())
        .sorted()
        .distinct()
        .toList();
  }

  /** The texts that a changed rule states, in whatever quotes. */
  public static Set<String> texts(Mutation mutation) {
    return DrlToken.read(mutation.text()).stream()
        .filter(token -> token.kind() == DrlToken.Kind.STRING)
        .map(DrlToken::content)
        .collect(Collectors.toSet());
  }
}
