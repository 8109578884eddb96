package eu.policyadvisor.explain;

import eu.policyadvisor.rule.Citation;
import eu.policyadvisor.rule.Confidence;
import eu.policyadvisor.rule.RuleCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the tree of a proof: a conclusion with what it rests on, or a leaf.
 *
 * @param kind what stands here
 * @param number the number of a conclusion, by which others refer to it; 0 for a leaf
 * @param text what it says, in words
 * @param fact id of the fact that it is about; empty when it is about none
 * @param path where a value stands in the file, such as {@code accelerators[0].product}; else empty
 * @param rule the rule that concluded it; null for a leaf
 * @param confidence how sure the conclusion is; null for a leaf
 * @param file the file a value stands in; empty when it stands in none
 * @param line line in the file, from 1; 0 when it stands in no file
 * @param column column in the file, from 1; 0 when it stands in no file
 * @param value the value as written; null when it is not known, or there is none
 * @param source where the value comes from when it does not stand in the file
 * @param citations the legal basis of a conclusion, as far as it bears on it; empty for a leaf
 * @param children what the conclusion rests on
 */
public record ProofNode(
    Kind kind,
    int number,
    String text,
    String fact,
    String path,
    @Nullable RuleCard rule,
    @Nullable Confidence confidence,
    String file,
    int line,
    int column,
    @Nullable String value,
    String source,
    List<Citation> citations,
    List<ProofNode> children) {

  /** What stands at a place of a proof. */
  public enum Kind {
    /** A conclusion of a rule. */
    CONCLUSION,
    /** A conclusion whose reasons stand elsewhere in the tree, under the same number. */
    AGAIN,
    /** A value that a fact file states. */
    STATED,
    /** A value that is not known, and of which the rule says what it makes of that. */
    UNKNOWN,
    /** A value from the reference catalogue. */
    CATALOGUE,
    /** A value from a screening list. */
    LISTED,
    /** A parameter of the knowledge base. */
    PARAMETER,
    /** A group of countries. */
    GROUP,
    /** The as-of date. */
    DATE,
    /** That a list was stated. */
    LIST
  }

  /** Copies the children. */
  public ProofNode {
    citations = List.copyOf(citations);
    children = List.copyOf(children);
  }

  static ProofNode leaf(Kind kind, String text, @Nullable String value, String source) {
    return new ProofNode(
        kind, 0, text, "", "", null, null, "", 0, 0, value, source, List.of(), List.of());
  }

  /** Whether a conclusion rests on a value that is not known: its rule presumes. */
  public boolean presumes() {
    return kind == Kind.CONCLUSION && children.stream().anyMatch(c -> c.kind == Kind.UNKNOWN);
  }
}
