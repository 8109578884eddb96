package eu.policyadvisor.spark;

import eu.policyadvisor.fact.Names;

/** How results are stored. */
enum Written {
  /** Columns, for queries. */
  PARQUET,
  /** A JSON object a line. */
  JSON;

  /** As it is written on the command line, and as Spark calls it. */
  @Override
  public String toString() {
    return Names.inFile(this);
  }
}
