package eu.policyadvisor.report;

import eu.policyadvisor.advice.Evidence;
import eu.policyadvisor.advice.Premise;
import eu.policyadvisor.advice.Reasoned;
import eu.policyadvisor.fact.CountryShare;
import eu.policyadvisor.fact.Fact;
import eu.policyadvisor.fact.FieldOrigin;
import eu.policyadvisor.fact.Provenance;
import eu.policyadvisor.problem.Plain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value as reports for other tools quote it, with the place that shows it.
 *
 * <p>A value from the catalogue is shown by the product, vendor or name that the file states, one
 * from a screening list by the name or vendor; a value on which the file is silent by the id of the
 * fact, or the first value that stands there.
 *
 * @param fact the fact that holds it
 * @param path such as {@code accelerators[0].product}
 * @param said such as {@code pool.product = huawei-ascend-910c}
 * @param field the field that stands at the place; empty when the place is that of the fact
 * @param at the place; null where only that of the fact is known, or none
 */
record Quote(Fact fact, String path, String said, String field, @Nullable FieldOrigin at) {
  private static final List<String> NAMING = List.of("product", "vendor", "name");

  /** Lists know parties by their names. */
  private static final List<String> LISTED_BY = List.of("name", "vendor");

  /**
   * The values that a conclusion rests on, the one first that a reader should look at; the fact it
   * is about when there are none.
   */
  static List<Quote> of(Reasoned<?> conclusion) {
    Fact on = owner(conclusion.conclusion().on());
    List<Quote> quotes =
        new ArrayList<>(
            FactNames.evidence(List.of(conclusion)).stream()
                .map(Quote::of)
                .sorted(Comparator.comparingInt(quote -> quote.distance(on)))
                .toList());
    if (quotes.isEmpty()) {
      quotes.add(of(on));
    }
    return quotes;
  }

  /** The values of a premise. */
  static List<Quote> of(Premise.Given given) {
    return given.fields().stream()
        .filter(field -> !"id".equals(field))
        .filter(field -> !(given.fact() instanceof CountryShare && "of".equals(field)))
        .map(
            field ->
                new Evidence(given.fact(), field, given.fact().provenance().fields().get(field)))
        .map(evidence -> of(FactNames.Line.of(evidence)))
        .toList();
  }

  /** All that quotes say. */
  static String said(List<Quote> quotes) {
    return quotes.stream().map(Quote::said).collect(Collectors.joining("; "));
  }

  /** A fact as a whole. */
  static Quote of(Fact fact) {
    FieldOrigin anchor = anchor(fact);
    return new Quote(fact, FactNames.path(fact), Plain.text(fact.id()), "", anchor);
  }

  /** A field of which nothing is known. */
  static Quote open(Fact fact, String field) {
    return of(FactNames.Line.of(new Evidence(fact, field, fact.provenance().fields().get(field))));
  }

  private static Quote of(FactNames.Line line) {
    FieldOrigin own = line.evidence().origin();
    String field = line.evidence().field();
    if (own != null && own.line() > 0) {
      String said = own.kind() == FieldOrigin.Kind.UNKNOWN ? " is said to be unknown" : value(line);
      return new Quote(line.fact(), line.path(), line.named() + said, field, own);
    }
    Fact owner = owner(line.fact());
    if (own != null) {
      boolean listed = !line.listed().isEmpty();
      for (String naming : listed ? LISTED_BY : NAMING) {
        FieldOrigin at = inFile(owner, naming);
        if (at != null) {
          String said =
              "%s = %s (%s: %s%s)"
                  .formatted(
                      FactNames.named(owner, naming),
                      Plain.text(at.text()),
                      listed ? "list " + line.listed() : "catalogue " + line.catalogued(),
                      line.field(),
                      value(line));
          return new Quote(owner, FactNames.path(owner, naming), said, naming, at);
        }
      }
    }
    String said =
        line.named()
            + (line.text() == null ? " is not stated" : value(line))
            + (line.listed().isEmpty() ? "" : " (list " + line.listed() + ")");
    return new Quote(line.fact(), line.path(), said, "", anchor(owner));
  }

  private static String value(FactNames.Line line) {
    return " = " + line.text();
  }

  /** Where a fact is shown: its id, else the first of its values that its file states. */
  private static @Nullable FieldOrigin anchor(Fact fact) {
    FieldOrigin id = inFile(fact, "id");
    return id != null
        ? id
        : fact.provenance().fields().values().stream()
            .filter(origin -> origin.line() > 0)
            .min(Comparator.comparingInt(FieldOrigin::line).thenComparingInt(FieldOrigin::column))
            .orElse(null);
  }

  private static @Nullable FieldOrigin inFile(Fact fact, String field) {
    FieldOrigin origin = fact.provenance().fields().get(field);
    return origin == null || origin.line() == 0 ? null : origin;
  }

  private static Fact owner(Fact fact) {
    return fact instanceof CountryShare share ? share.of() : fact;
  }

  /** How far it is from what a reader looks for: what the fact in question is said to be. */
  private int distance(Fact on) {
    boolean names = at != null && NAMING.contains(field);
    int weight = at == null ? 3 : names ? 0 : field.isEmpty() ? 2 : 1;
    return owner(fact).id().equals(on.id()) ? weight : 4 + weight;
  }

  /** The file it stands in; empty when it stands in none. */
  String file() {
    return fact.provenance().inFile() ? fact.provenance().file() : "";
  }

  /** What stands at the place, as it is written, without quotes; empty when nobody knows. */
  String written() {
    return at == null ? "" : at.text();
  }

  int line() {
    Provenance whole = fact.provenance();
    return at == null ? whole.line() : at.line();
  }

  int column() {
    Provenance whole = fact.provenance();
    return at == null ? whole.column() : at.column();
  }

  /** The line on which it ends; 0 when that is not known. */
  int endLine() {
    return at == null ? 0 : at.endLine();
  }

  /** The column after its last character; 0 when that is not known. */
  int endColumn() {
    return at == null ? 0 : at.endColumn();
  }
}
