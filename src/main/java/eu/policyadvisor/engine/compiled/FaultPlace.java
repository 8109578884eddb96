package eu.policyadvisor.engine.compiled;

import eu.policyadvisor.engine.drl.DrlFile;
import eu.policyadvisor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.PackageDescr;

/**
 * Finds what in DRL files makes the compiler fail, where the compiler does not say it.
 *
 * <p>Each file is compiled by itself, and of the first that fails so does a beginning of it: one
 * that ends before one of its declarations and rules. The shortest beginning that fails is found by
 * halving, and what it ends with is to blame. It takes a compilation for each file and for each
 * halving of one, and is done only once the compiler has failed.
 */
public final class FaultPlace {
  private final SortedMap<String, DrlFile> files;
  private final SortedMap<String, String> texts;
  private final Function<SortedMap<String, String>, Optional<String>> compiler;

  /**
   * In some files.
   *
   * @param files the files by their paths
   * @param texts what the compiler takes of each: the file, and what belongs to it, behind it
   * @param compiler compiles such texts, and says how it fails
   */
  public FaultPlace(
      SortedMap<String, DrlFile> files,
      SortedMap<String, String> texts,
      Function<SortedMap<String, String>, Optional<String>> compiler) {
    this.files = files;
    this.texts = texts;
    this.compiler = compiler;
  }

  /** What is wrong, at the best place known. */
  public Problem find() {
    for (Map.Entry<String, DrlFile> file : files.entrySet()) {
      Optional<String> message = compile(file.getKey(), text(file.getKey()));
      if (message.isPresent()) {
        return find(file.getKey(), file.getValue(), message.get());
      }
    }
    return new Problem(
        files.values().iterator().next().name(),
        0,
        0,
        compiler.apply(texts).orElse("cannot be compiled together with the other files"));
  }

  private String text(String path) {
    return Objects.requireNonNull(texts.get(path));
  }

  private Optional<String> compile(String path, String text) {
    return compiler.apply(new TreeMap<>(Map.of(path, text)));
  }

  private Problem find(String path, DrlFile file, String whole) {
    String behind = text(path).substring(file.compilable().length());
    List<Integer> starts = starts(file.parsed());
    String message = whole;
    int fails = starts.size() - 1;
    int compiles = -1;
    while (fails - compiles > 1) {
      int middle = (fails + compiles) / 2;
      DrlFile beginning =
          DrlFile.read(file.name(), file.text().substring(0, starts.get(middle + 1)));
      Optional<String> here =
          beginning.problems().isEmpty()
              ? compile(path, beginning.compilable() + behind)
              : Optional.empty();
      message = here.orElse(message);
      if (here.isPresent()) {
        fails = middle;
      } else {
        compiles = middle;
      }
    }
    return file.problemIn(starts.isEmpty() ? 0 : starts.get(fails), message);
  }

  /** Where declarations and rules begin, the first of all at the beginning of the file. */
  private static List<Integer> starts(PackageDescr parsed) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    Stream.of(
            parsed.getImports(),
            parsed.getFunctionImports(),
            parsed.getAccumulateImports(),
            parsed.getGlobals(),
            parsed.getFunctions(),
            parsed.getTypeDeclarations(),
            parsed.getEnumDeclarations(),
            parsed.getRules())
        .flatMap(List::stream)
        .map(BaseDescr::getStartCharacter)
        .filter(start -> start > 0)
        .sorted()
        .distinct()
        .forEach(starts::add);
    return starts;
  }
}
