package eu.policyadvisor.yaml;

import eu.policyadvisor.problem.Place;
import eu.policyadvisor.problem.Problem;
import java.util.List;
import java.util.TreeSet;

/** Collects what is wrong with one file, in order and without repetition. */
public final class Problems {
  /** A file that is wrong from end to end must not fill the memory. */
  static final int MOST = 1000;

  private final String label;
  private final TreeSet<Problem> found = new TreeSet<>();
  private boolean refused;

  /** Of a file, as the user named it. */
  public Problems(String label) {
    this.label = label;
  }

  /** The file as the user named it. */
  public String label() {
    return label;
  }

  /** Adds what is wrong in a place of the file. */
  public void add(Place at, String message) {
    add(new Problem(label, at.line(), at.column(), message));
  }

  public void add(Problem problem) {
    refused = true;
    if (found.size() == MOST) {
      found.add(Problem.of(label, "has more than " + MOST + " problems; these come first"));
    } else if (found.size() < MOST) {
      found.add(problem);
    }
  }

  public void addAll(List<Problem> problems) {
    problems.forEach(this::add);
  }

  /** Notes that something was left out about which a problem has been reported elsewhere. */
  void refuse() {
    refused = true;
  }

  /** Whether nothing was wrong. */
  boolean none() {
    return !refused;
  }

  /** Whether looking further would find nothing that is kept. */
  boolean full() {
    return found.size() > MOST;
  }

  /** What was found, in order of place. */
  public List<Problem> sorted() {
    return List.copyOf(found);
  }
}
