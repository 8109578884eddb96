package eu.policyadvisor.compare;

import eu.policyadvisor.knowledge.KnowledgeParts;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One edit of a knowledge base.
 *
 * @param what the kind of thing that was edited
 * @param name its name: the id of a rule, the name of a parameter or group, {@code part/id} of an
 *     entry of the catalogue
 * @param how whether it is new, gone or otherwise
 * @param details what is otherwise; empty for what is new or gone
 * @param place where the rule stands, as {@code file:line}; empty for what is no rule
 */
public record KnowledgeEdit(
    What what, String name, Difference.How how, List<Detail> details, String place) {

  /** A kind of thing in a knowledge base. */
  public enum What {
    /** A rule. */
    RULE,
    /** A parameter. */
    PARAMETER,
    /** An entry of the catalogue. */
    CATALOGUE_ENTRY,
    /** A group of countries. */
    COUNTRY_GROUP,
    /** A group of terms. */
    TERM_GROUP,
    /** What the rules do not know. */
    UNCOVERED
  }

  /**
   * What is otherwise.
   *
   * @param of such as {@code severity} or {@code condition}
   * @param before what it was; null when there was nothing
   * @param after what it is; null when there is nothing
   */
  public record Detail(String of, @Nullable String before, @Nullable String after) {}

  /** Copies the details. */
  public KnowledgeEdit {
    details = List.copyOf(details);
  }

  static KnowledgeParts parts(Collection<KnowledgeEdit> edits) {
    return new KnowledgeParts(
        names(edits, What.RULE),
        names(edits, What.PARAMETER),
        names(edits, What.CATALOGUE_ENTRY),
        names(edits, What.COUNTRY_GROUP),
        names(edits, What.TERM_GROUP),
        names(edits, What.UNCOVERED));
  }

  private static Set<String> names(Collection<KnowledgeEdit> edits, What what) {
    return edits.stream()
        .filter(edit -> edit.what == what)
        .map(KnowledgeEdit::name)
        .collect(Collectors.toSet());
  }
}
