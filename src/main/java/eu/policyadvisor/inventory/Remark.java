package eu.policyadvisor.inventory;

/**
 * Something in an inventory of which no fact is made, and why.
 *
 * @param file the inventory as the user named it
 * @param line where it stands, from 1
 * @param column where it stands, from 1
 * @param path where it stands in the tree
 * @param text what it is, in words
 */
public record Remark(String file, int line, int column, String path, String text) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + (path.isEmpty() ? "" : " " + path) + ": " + text;
  }
}
