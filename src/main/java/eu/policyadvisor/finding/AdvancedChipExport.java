package eu.policyadvisor.finding;

import eu.policyadvisor.fact.Export;

/**
 * What is exported is, or holds, a chip that meets the parameters of ECCN 3A090, by its
 * classification or by its performance.
 *
 * @param on the export
 */
@Phrasing("is, or holds, a chip that meets the parameters of ECCN 3A090")
public record AdvancedChipExport(Export on) implements Concept {

  @Override
  public String text() {
    return "an advanced chip by ECCN 3A090";
  }
}
