package eu.policyadvisor.mutation;

import eu.policyadvisor.Advisor;
import eu.policyadvisor.InvalidFactsException;
import eu.policyadvisor.check.Case;
import eu.policyadvisor.check.CaseBuilder;
import eu.policyadvisor.check.CaseRunner;
import eu.policyadvisor.check.Generator;
import eu.policyadvisor.check.MinimalFacts;
import eu.policyadvisor.engine.mutants.Mutations;
import eu.policyadvisor.fact.FactSet;
import eu.policyadvisor.mutation.MutationOutcome.Verdict;
import eu.policyadvisor.rule.Mutation;
import eu.policyadvisor.rule.Named;
import eu.policyadvisor.rule.Parameter;
import eu.policyadvisor.rule.RuleCard;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes rules one small step at a time and tells which changes no case notices.
 *
 * <p>Many changed rules are compiled at once. Each is then read against where the unchanged rules
 * leave each case; only cases in which it reads differently are run in full, those that name the
 * rule first, until one fails. For a change that no case notices, facts are sought on which the
 * advice differs.
 */
public final class MutationRunner {
  /** So many changes are compiled at once: enough to keep the compiler warm, few enough to fit. */
  private static final int BATCH = 60;

  private static final int GENERATED = 100;
  private static final int MOST_NEIGHBOURS = 300;
  private static final int MOST_COMPARED = 30;
  private static final int NEIGHBOURING_CASES = 10;
  private static final long SEED = 42;
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.$])\\d+(?:\\.\\d+)?(?![\\w.])");

  private final Advisor advisor;
  private final List<Case> cases;
  private final int threads;
  private final boolean seeking;
  private final Map<String, Set<String>> readers = new HashMap<>();
  private final List<Mutation> all;
  private List<Variation.Ground> grounds = List.of();
  private @Nullable List<FactSet> generated;

  /**
   * Tries changes of the rules of an advisor on cases that pass with it.
   *
   * @param threads how many changes are tried at the same time
   * @param seeking whether facts are sought that would tell what no case notices
   */
  public MutationRunner(Advisor advisor, List<Case> cases, int threads, boolean seeking) {
    this.advisor = advisor;
    this.cases = List.copyOf(cases);
    this.threads = threads;
    this.seeking = seeking;
    this.all = Variation.all(advisor.loaded());
  }

  /** All changes there are, file by file. */
  public List<Mutation> mutations() {
    return all;
  }

  /** Stands for the rules and cases as they are now. */
  public String state() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      all.forEach(each -> digest.update(each.toString().getBytes(StandardCharsets.UTF_8)));
      for (Case test : cases) {
        digest.update(test.file().getBytes(StandardCharsets.UTF_8));
        digest.update(String.join("\n", CaseText.of(test)).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The cases that fail with the unchanged rules: with them nothing can be tried. */
  public List<Case> failing() {
    return inParallel(cases, test -> passes(test) ? List.<Case>of() : List.of(test)).stream()
        .flatMap(List::stream)
        .toList();
  }

  private boolean passes(Case test) {
    try {
      return new CaseRunner(advisor).passes(test);
    } catch (InvalidFactsException e) {
      return false;
    }
  }

  /**
   * Tries changes.
   *
   * @param mutations some of {@link #mutations()}
   * @param log what was tried before, and takes what is tried now
   * @param progress is told of each change that is done
   * @return what became of each, in the order given
   */
  public List<MutationOutcome> run(
      List<Mutation> mutations, MutationLog log, Consumer<MutationOutcome> progress) {
    Map<Mutation, MutationOutcome> outcomes = new LinkedHashMap<>();
    List<Mutation> open = new ArrayList<>();
    for (Mutation mutation : mutations) {
      log.find(mutation)
          .ifPresentOrElse(
              outcome -> {
                outcomes.put(mutation, outcome);
                progress.accept(outcome);
              },
              () -> open.add(mutation));
    }
    if (!open.isEmpty()) {
      prepare();
      Consumer<MutationOutcome> done =
          outcome -> {
            log.put(outcome);
            synchronized (outcomes) {
              outcomes.put(outcome.mutation(), outcome);
              progress.accept(outcome);
            }
          };
      inParallel(batches(open), batch -> batch(batch, done));
    }
    return mutations.stream().map(outcomes::get).toList();
  }

  private void prepare() {
    CaseRunner runner = new CaseRunner(advisor);
    grounds =
        inParallel(
            cases,
            test -> Variation.ground(advisor, test.facts(), test.asOf(), runner.lookedInto(test)));
    List<Named> data = new ArrayList<>(advisor.knowledge().parameters());
    data.addAll(advisor.knowledge().catalogue().termGroups());
    for (Mutation mutation : all) {
      List<Named> more =
          mutation.isOfData()
              ? List.of()
              : data.stream()
                  .filter(named -> !readers(named.name()).contains(mutation.of()))
                  .filter(named -> names(named).anyMatch(name -> isQuoted(name, mutation.text())))
                  .toList();
      if (!more.isEmpty()) {
        Set<String> texts = Mutations.texts(mutation);
        more.stream()
            .filter(named -> names(named).anyMatch(texts::contains))
            .forEach(
                named ->
                    readers
                        .computeIfAbsent(named.name(), any -> new TreeSet<>())
                        .add(mutation.of()));
      }
    }
  }

  private Set<String> readers(String named) {
    return readers.getOrDefault(named, Set.of());
  }

  private static boolean isQuoted(String name, String text) {
    return text.contains('"' + name + '"') || text.contains("'" + name + "'");
  }

  /** How rules may name it: as a whole, or by its end, with which they make names. */
  private static Stream<String> names(Named named) {
    int dash = named.name().lastIndexOf('-');
    return dash < 0
        ? Stream.of(named.name())
        : Stream.of(named.name(), named.name().substring(dash));
  }

  /** Changes of one rule stay together, because they share what is known of it. */
  private static List<List<Mutation>> batches(List<Mutation> mutations) {
    List<List<Mutation>> batches = new ArrayList<>();
    List<Mutation> batch = new ArrayList<>();
    for (Mutation mutation : mutations) {
      boolean same = !batch.isEmpty() && batch.get(batch.size() - 1).of().equals(mutation.of());
      if (batch.size() >= BATCH && !same) {
        batches.add(batch);
        batch = new ArrayList<>();
      }
      batch.add(mutation);
    }
    batches.add(batch);
    return batches;
  }

  private List<MutationOutcome> batch(List<Mutation> batch, Consumer<MutationOutcome> done) {
    Map<Mutation, Variation> varied = Variation.of(advisor.loaded(), batch);
    List<MutationOutcome> outcomes = new ArrayList<>();
    for (Mutation mutation : batch) {
      Variation variation = varied.remove(mutation);
      MutationOutcome outcome =
          variation == null
              ? new MutationOutcome(mutation, Verdict.NOT_VIABLE, "does not compile", List.of())
              : tried(variation);
      outcomes.add(outcome);
      done.accept(outcome);
    }
    return outcomes;
  }

  private MutationOutcome tried(Variation variation) {
    Mutation mutation = variation.mutation();
    List<Integer> differing = new ArrayList<>();
    for (int i : order(mutation)) {
      if (variation.mayDiffer(grounds.get(i))) {
        if (Distinction.fails(variation.advisor(), cases.get(i))) {
          Case by = cases.get(i);
          return new MutationOutcome(
              mutation, Verdict.KILLED, by.file() + ":" + by.line() + " " + by.name(), List.of());
        }
        differing.add(i);
      }
    }
    Optional<String> equivalence = variation.equivalence();
    if (equivalence.isPresent()) {
      return new MutationOutcome(mutation, Verdict.EQUIVALENT, equivalence.get(), List.of());
    }
    if (!seeking) {
      return new MutationOutcome(mutation, Verdict.SUSPECTED, "no case fails", List.of());
    }
    Distinction telling =
        new Distinction(
            advisor,
            variation.advisor(),
            mutation.of(),
            "tells '" + mutation.before() + "' from '" + after(mutation) + "'");
    List<String> witness =
        Stream.concat(
                differing.stream().map(grounds::get).limit(MOST_COMPARED),
                Stream.concat(
                        neighbours(mutation, differing),
                        Stream.of(mutation).flatMap(this::generated))
                    .filter(variation::mayDiffer)
                    .limit(MOST_COMPARED))
            .flatMap(ground -> telling.cases(ground.facts(), ground.asOf()).stream().limit(3))
            .filter(telling::tells)
            .findFirst()
            .map(test -> CaseText.of(smallest(test, telling::tells)))
            .orElse(List.of());
    return witness.isEmpty()
        ? new MutationOutcome(
            mutation, Verdict.SUSPECTED, "no facts that would tell were found", List.of())
        : new MutationOutcome(mutation, Verdict.SURVIVED, "no case fails", witness);
  }

  private static Case smallest(Case test, Predicate<Case> tells) {
    CaseBuilder smaller = CaseBuilder.builder(test);
    return smaller
        .facts(
            MinimalFacts.of(
                test.facts(), Integer.MAX_VALUE, facts -> tells.test(smaller.facts(facts).build())))
        .build();
  }

  private static String after(Mutation mutation) {
    return mutation.after().isEmpty() ? "nothing" : mutation.after();
  }

  /** Cases that name the rule first, then those beside it, then all others. */
  private List<Integer> order(Mutation mutation) {
    Set<String> named = mutation.isOfData() ? readers(mutation.of()) : Set.of(mutation.of());
    String beside = mutation.file().replaceAll("\\.drl$", ".cases.yaml");
    List<Integer> first = new ArrayList<>();
    List<Integer> second = new ArrayList<>();
    List<Integer> third = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Case test = cases.get(i);
      (test.rules().keySet().stream().anyMatch(named::contains)
              ? first
              : test.file().endsWith(beside) ? second : third)
          .add(i);
    }
    first.addAll(second);
    first.addAll(third);
    return first;
  }

  /** Fact sets near the cases that name the rule, the fields that the change names first. */
  private Stream<Variation.Ground> neighbours(Mutation mutation, List<Integer> differing) {
    List<LocalDate> days = new ArrayList<>();
    advisor.knowledge().rule(mutation.of()).ifPresent(card -> days.addAll(window(card)));
    List<Neighbours.Neighbour> found = new ArrayList<>();
    Neighbours neighbours = new Neighbours(thresholds(mutation), days, mutation.before(), found);
    Stream.concat(differing.stream(), order(mutation).stream())
        .distinct()
        .limit(NEIGHBOURING_CASES)
        .map(cases::get)
        .forEach(neighbours::of);
    return found.stream()
        .sorted(Comparator.comparing(each -> !each.named()))
        .limit(MOST_NEIGHBOURS)
        .flatMap(each -> ground(each.facts(), each.asOf(), mutation).stream());
  }

  /** What the rule compares with, and one step to each side. */
  private List<BigDecimal> thresholds(Mutation mutation) {
    Set<BigDecimal> thresholds = new LinkedHashSet<>();
    for (Parameter parameter : advisor.knowledge().parameters()) {
      if (readers(parameter.name()).contains(mutation.of())
          || parameter.name().equals(mutation.of())) {
        BigDecimal step =
            parameter.value().compareTo(BigDecimal.ONE) <= 0
                ? new BigDecimal("0.01")
                : BigDecimal.ONE;
        thresholds.add(parameter.value());
        thresholds.add(parameter.value().add(step));
        thresholds.add(parameter.value().subtract(step));
      }
    }
    Matcher number = NUMBER.matcher(mutation.before());
    while (number.find()) {
      BigDecimal literal = new BigDecimal(number.group());
      thresholds.addAll(
          List.of(literal, literal.add(BigDecimal.ONE), literal.subtract(BigDecimal.ONE)));
    }
    return List.copyOf(thresholds);
  }

  private static List<LocalDate> window(RuleCard card) {
    return Stream.of(card.effective(), card.expires()).flatMap(Stream::ofNullable).toList();
  }

  /** Empty where facts are not valid: one step away from valid facts need not be. */
  private Optional<Variation.Ground> ground(FactSet facts, LocalDate asOf, Mutation mutation) {
    try {
      Set<String> rules = mutation.isOfData() ? Set.of() : Set.of(mutation.of());
      return Optional.of(Variation.ground(advisor, facts, asOf, rules));
    } catch (InvalidFactsException e) {
      return Optional.empty();
    }
  }

  /** Generated fact sets, each read when it is looked at. */
  private Stream<Variation.Ground> generated(Mutation mutation) {
    return generated().stream().flatMap(facts -> ground(facts, day(facts), mutation).stream());
  }

  private static LocalDate day(FactSet facts) {
    return Objects.requireNonNull(facts.asOf());
  }

  private synchronized List<FactSet> generated() {
    List<FactSet> made = generated;
    if (made == null) {
      Generator generator = new Generator(SEED);
      made = Stream.generate(generator::next).limit(GENERATED).toList();
      generated = made;
    }
    return made;
  }

  private interface Task<T, R> {
    R run(T on);
  }

  private <T, R> List<R> inParallel(List<T> on, Task<T, R> task) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<R>> futures = new ArrayList<>();
      on.forEach(each -> futures.add(pool.submit(() -> task.run(each))));
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }

  /** A sample of changes, the same for the same seed, in the order of the files. */
  public static List<Mutation> sample(List<Mutation> mutations, int many, long seed) {
    List<Mutation> shuffled = new ArrayList<>(mutations);
    java.util.Collections.shuffle(shuffled, new java.util.Random(seed));
    return shuffled.stream().limit(many).sorted(Comparator.naturalOrder()).toList();
  }
}
