package eu.policyadvisor.inventory;

import java.io.IOException;

/**
 * A file as trees, handed out one by one so that a large file never stands in memory as a whole.
 */
interface TreeSource {
  /** The deepest nesting that is read. */
  int MAX_DEPTH = 100;

  /** Says how a file is taken apart, and takes the parts. */
  interface Sink {
    /** Whether the entries of a list are handed out one by one, and left out of what holds it. */
    boolean handsOut(Pointer list);

    /** Whether nothing is made of a value. */
    boolean passes(Pointer value);

    /** Takes an entry of a list that is handed out. */
    void item(Tree item);

    /** Takes a key of the root with its value. */
    void entry(Tree.Entry entry);

    /** Hears that a key stands twice in a mapping. */
    void twice(Tree.Entry entry);
  }

  /**
   * Reads the file to its end.
   *
   * @throws Malformed if it cannot be read further
   * @throws IOException if the stream cannot be read
   */
  void read(Sink sink) throws IOException, Malformed;
}
