package eu.policyadvisor.spark;

import eu.policyadvisor.fact.Names;
import java.util.Locale;

/** How fact sets are stored. */
enum Form {
  /** Files of YAML or JSON. */
  YAML,
  /** A JSON object a line. */
  JSONL,
  /** A column of YAML or JSON. */
  PARQUET;

  /** What a name says of what it names. */
  static Form of(String input) {
    String name = input.toLowerCase(Locale.ROOT);
    if (name.endsWith(".parquet")) {
      return PARQUET;
    }
    return name.endsWith(".jsonl") || name.endsWith(".ndjson") ? JSONL : YAML;
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return Names.inFile(this);
  }
}
